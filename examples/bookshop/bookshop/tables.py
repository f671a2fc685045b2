"""The tables this connector writes."""

TABLES = [
    {"table": "orders", "primary_key": ["order_id"], "columns": {"placed_at": "UTC_DATETIME", "total_cents": "LONG"}},
    {"table": "stock", "primary_key": ["isbn"], "columns": {"copies": "INT"}},
]
