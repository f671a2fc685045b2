# What the vendor's provider has for packages and connections, once each. Nothing is set that a user would not set.
terraform {
  required_providers {
    fivetran = {
      source = "fivetran/fivetran"
    }
  }
}

provider "fivetran" {}

variable "archive" {}

variable "other_archive" {}

variable "python" {
  default = "3.12"
}

variable "secret" {
  default = "not-a-real-one"
}

resource "fivetran_group" "warehouse" {
  name = "warehouse"
}

resource "fivetran_connector_sdk_package" "weather" {
  file_path = var.archive
}

resource "fivetran_connector_sdk_package" "other" {
  file_path = var.other_archive
}

resource "fivetran_connector" "weather" {
  group_id = fivetran_group.warehouse.id
  service  = "connector_sdk"

  destination_schema {
    name = "weather"
  }

  config {
    package_id     = fivetran_connector_sdk_package.weather.id
    python_version = var.python
    secrets_list {
      key   = "token"
      value = var.secret
    }
  }

  run_setup_tests = true
}

resource "fivetran_connector_schedule" "weather" {
  connector_id      = fivetran_connector.weather.id
  sync_frequency    = "1440"
  daily_sync_time   = "03:00"
  schedule_type     = "manual"
  paused            = "true"
  pause_after_trial = "true"
}

resource "fivetran_connection" "other" {
  group_id = fivetran_group.warehouse.id
  service  = "connector_sdk"

  destination_schema {
    name = "other"
  }

  config = jsonencode({
    package_id     = fivetran_connector_sdk_package.other.id
    python_version = "3.12"
  })
}

resource "fivetran_connection_config" "other" {
  connection_id = fivetran_connection.other.id

  config = jsonencode({
    python_version = "3.13"
  })
}
