"""The one table that matters, under the names its makers gave it."""

CHANGED_INVOICES = """
    SELECT inv_comp AS company, inv_no AS number, inv_amt AS amount, inv_chg AS changed_at
    FROM erp.invhdr
    WHERE inv_chg > ?
    ORDER BY inv_chg
"""


def as_row(record) -> dict:
    return {
        "company": record.company.strip(),
        "number": record.number,
        "amount": str(record.amount),
        "changed_at": record.changed_at,
    }
