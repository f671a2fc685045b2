"""Invoices of an old ERP system that can only be reached through its vendor's ODBC driver."""

import pyodbc
from fivetran_connector_sdk import Connector, Logging as log, Operations as op

from erp.invoices import CHANGED_INVOICES, as_row

BATCH = 500


def schema(configuration: dict):
    return [{"table": "invoice", "primary_key": ["company", "number"]}]


def update(configuration: dict, state: dict):
    changed_since = state.get("changed_since", "1990-01-01 00:00:00")
    with pyodbc.connect(connection_string(configuration), readonly=True) as database:
        cursor = database.execute(CHANGED_INVOICES, changed_since)
        while batch := cursor.fetchmany(BATCH):
            for record in batch:
                op.upsert(table="invoice", data=as_row(record))
            state["changed_since"] = batch[-1].changed_at.isoformat(sep=" ")
            op.checkpoint(state)
            log.info(f"invoices up to {state['changed_since']}")


def connection_string(configuration: dict) -> str:
    return ";".join(
        [
            "DRIVER={PostgreSQL Unicode}",
            f"SERVER={configuration['host']}",
            f"DATABASE={configuration['database']}",
            f"UID={configuration['user']}",
            f"PWD={configuration['password']}",
        ]
    )


connector = Connector(update=update, schema=schema)
