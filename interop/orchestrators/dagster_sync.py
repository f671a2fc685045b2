"""Dagster's integration reads the account, then starts a sync and a resync and waits for the end of each.

Argument: the connection. It is looked at every second.
"""

import os
import sys

from dagster_fivetran import FivetranWorkspace

connection = sys.argv[1]
workspace = FivetranWorkspace(account_id="wharf", api_key=os.environ["KEY"], api_secret=os.environ["SECRET"])
data = workspace.fetch_fivetran_workspace_data()
print("destinations:", len(data.destinations_by_id))
client = workspace.get_client()
for name, ask in (("sync", client.sync_and_poll), ("resync", client.resync_and_poll)):
    output = ask(connection, poll_interval=1, poll_timeout=60)
    if output is None:
        sys.exit(f"{name}: the connection is paused")
    print(f"{name}: ended, and its time is told: {output.connector_details['succeeded_at'] is not None}")
