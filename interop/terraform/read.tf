# Each data source of the provider that is about groups, connections or the service.
data "fivetran_group" "warehouse" {
  id = fivetran_group.warehouse.id
}

data "fivetran_groups" "all" {
  depends_on = [fivetran_group.warehouse]
}

data "fivetran_group_users" "warehouse" {
  id = fivetran_group.warehouse.id
}

data "fivetran_connector" "weather" {
  id = fivetran_connector.weather.id
}

data "fivetran_connection" "other" {
  id = fivetran_connection.other.id
}

data "fivetran_connectors" "all" {
  depends_on = [fivetran_connector.weather, fivetran_connection.other]
}

data "fivetran_connections" "all" {
  depends_on = [fivetran_connector.weather, fivetran_connection.other]
}

data "fivetran_group_connectors" "warehouse" {
  id         = fivetran_group.warehouse.id
  depends_on = [fivetran_connector.weather, fivetran_connection.other]
}

data "fivetran_group_connections" "warehouse" {
  id         = fivetran_group.warehouse.id
  depends_on = [fivetran_connector.weather, fivetran_connection.other]
}

data "fivetran_destination" "warehouse" {
  id = fivetran_group.warehouse.id
}

data "fivetran_destinations" "all" {
  depends_on = [fivetran_group.warehouse]
}

data "fivetran_connectors_metadata" "all" {
}

output "read" {
  value = {
    group       = data.fivetran_group.warehouse.name
    connector   = data.fivetran_connector.weather.name
    connection  = data.fivetran_connection.other.name
    connectors  = length(data.fivetran_connectors.all.connectors)
    connections = length(data.fivetran_connections.all.connections)
    schedule    = data.fivetran_connector.weather.schedule_type
    networking  = data.fivetran_connector.weather.networking_method
    state       = data.fivetran_connector.weather.status
  }
}
