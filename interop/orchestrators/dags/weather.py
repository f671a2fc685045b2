"""A DAG as the provider's page has it: one task starts a sync, another waits for its end.

The connection is looked at every second, not every minute. DESTINATION and NAME are its names, CONNECTION is its id.
"""

import datetime
import os

from airflow.sdk import DAG
from fivetran_provider_async.operators import FivetranOperator
from fivetran_provider_async.sensors import FivetranSensor

with DAG("weather", schedule=None, start_date=datetime.datetime(2026, 1, 1)):
    start = FivetranOperator(
        task_id="start",
        connector_name=os.environ["NAME"],
        destination_name=os.environ["DESTINATION"],
        deferrable=False,
        wait_for_completion=False,
    )
    wait = FivetranSensor(
        task_id="wait",
        connector_id=os.environ["CONNECTION"],
        completed_after_time="{{ task_instance.xcom_pull('start', key='return_value') }}",
        deferrable=False,
        poke_interval=1,
        timeout=60,
    )
    start >> wait
