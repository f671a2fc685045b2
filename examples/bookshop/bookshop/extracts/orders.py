"""Orders, by the time they were placed."""

from dateutil import parser

from bookshop.money import cents

TABLE = "orders"


def rows(client, since):
    params = {"placed_after": since} if since else {}
    for page in client.pages("orders", **params):
        for order in page:
            yield (
                {
                    "order_id": order["id"],
                    "placed_at": parser.isoparse(order["placed_at"]),
                    "total_cents": cents(order["total"]),
                },
                order["placed_at"],
            )
