"""Prefect's integration starts a sync in a flow, and waits for the end of it.

Argument: the connection. It is looked at every second.
"""

import asyncio
import os
import sys

from prefect import flow
from prefect_fivetran import FivetranCredentials
from prefect_fivetran.connectors import (
    set_fivetran_connector_schedule,
    start_fivetran_connector_sync,
    verify_fivetran_connector_status,
    wait_for_fivetran_connector_sync,
)


@flow
async def sync(connection: str):
    account = FivetranCredentials(api_key=os.environ["KEY"], api_secret=os.environ["SECRET"])
    await verify_fivetran_connector_status(connection, account)
    await set_fivetran_connector_schedule(connection, account, "manual")
    before = await start_fivetran_connector_sync(connection, account)
    return await wait_for_fivetran_connector_sync(connection, account, before, poll_status_every_n_seconds=1)


ended = asyncio.run(sync(sys.argv[1]))
print("sync: ended, and its time is told:", ended["succeeded_at"] is not None)
