"""How many copies of each book there are, by the number of the shop's last change."""

TABLE = "stock"


def rows(client, since):
    params = {"change_after": since} if since else {}
    for page in client.pages("stock", **params):
        for book in page:
            yield {"isbn": book["isbn"], "copies": book["copies"]}, book["change"]
