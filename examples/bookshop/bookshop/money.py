"""Prices as the shop writes them, and as a destination can add them up."""

from decimal import Decimal


def cents(text: str) -> int:
    """Turns "12.50" into 1250."""
    return int((Decimal(text) * 100).to_integral_exact())
