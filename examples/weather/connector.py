"""Daily forecasts of a few cities, from an open weather service, into one table."""

from datetime import date, timedelta

import requests
from fivetran_connector_sdk import Connector, Logging as log, Operations as op

API = "https://api.open-meteo.com/v1/forecast"
TIMEOUT_SECONDS = 30


def schema(configuration: dict):
    """One row for each city and day; a later forecast for the same day replaces the earlier one."""
    return [
        {
            "table": "daily_forecast",
            "primary_key": ["city", "day"],
            "columns": {"city": "STRING", "day": "NAIVE_DATE"},
        }
    ]


def update(configuration: dict, state: dict):
    """Reads the days since the last one seen, for each city, and remembers how far it came."""
    days_ahead = int(configuration.get("days_ahead", "7"))
    last_day = date.today() + timedelta(days=days_ahead)
    for place in cities(configuration["cities"]):
        first_day = date.fromisoformat(state.get(place["name"], date.today().isoformat()))
        if first_day > last_day:
            continue
        rows = forecast(place, first_day, last_day)
        for row in rows:
            op.upsert(table="daily_forecast", data=row)
        # Forecasts change until the day itself is over, so the next sync begins with today again.
        state[place["name"]] = date.today().isoformat()
        op.checkpoint(state)
        log.info(f"{place['name']}: {len(rows)} days")


def cities(text: str):
    """Reads "Name:latitude:longitude" entries, separated by semicolons."""
    places = []
    for entry in text.split(";"):
        name, latitude, longitude = entry.strip().split(":")
        places.append({"name": name, "latitude": float(latitude), "longitude": float(longitude)})
    return places


def forecast(place: dict, first_day: date, last_day: date):
    """Asks the service for one city."""
    answer = requests.get(
        API,
        params={
            "latitude": place["latitude"],
            "longitude": place["longitude"],
            "daily": "temperature_2m_max,temperature_2m_min,precipitation_sum",
            "timezone": "UTC",
            "start_date": first_day.isoformat(),
            "end_date": last_day.isoformat(),
        },
        timeout=TIMEOUT_SECONDS,
    )
    answer.raise_for_status()
    daily = answer.json()["daily"]
    return [
        {
            "city": place["name"],
            "day": daily["time"][i],
            "temperature_max": daily["temperature_2m_max"][i],
            "temperature_min": daily["temperature_2m_min"][i],
            "precipitation": daily["precipitation_sum"][i],
        }
        for i in range(len(daily["time"]))
    ]


connector = Connector(update=update, schema=schema)

if __name__ == "__main__":
    connector.debug()
