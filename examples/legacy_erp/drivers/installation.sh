#!/bin/bash
# Runs once when the connector's machine is set up: the driver is not part of the image.
set -eu
apt-get update
apt-get install --yes --no-install-recommends unixodbc odbc-postgresql
