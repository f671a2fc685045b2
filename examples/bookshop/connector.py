"""A bookshop's orders and stock, each kept up to date from where the last sync ended."""

from fivetran_connector_sdk import Connector, Logging as log, Operations as op

from bookshop.client import ShopClient
from bookshop.extracts import orders, stock
from bookshop.tables import TABLES


def schema(configuration: dict):
    return TABLES


def update(configuration: dict, state: dict):
    client = ShopClient(configuration["base_url"], configuration["api_token"])
    for extract in (orders, stock):
        cursor = state.get(extract.TABLE)
        for row, cursor in extract.rows(client, cursor):
            op.upsert(table=extract.TABLE, data=row)
        state[extract.TABLE] = cursor
        op.checkpoint(state)
        log.info(f"{extract.TABLE}: up to {cursor}")


connector = Connector(update=update, schema=schema)
