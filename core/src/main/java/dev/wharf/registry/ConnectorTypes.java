package dev.wharf.registry;

import dev.wharf.model.AccountPath;
import dev.wharf.model.Connection;
import dev.wharf.model.Fields;
import java.util.List;
import java.util.Map;

/** The kinds of connectors that a hosted registry has: one. */
final class ConnectorTypes {
    private static final Map<String, Object> CONNECTOR_SDK = Map.of(
            "id", Connection.SERVICE,
            "name", "Connector SDK",
            "type", "Function",
            "description", "A custom connector, in Python",
            "service_status", "general_availability",
            "connector_class", "standard",
            "link_to_docs", "https://fivetran.com/docs/connector-sdk",
            "icons", List.of(),
            "supported_features", List.of());

    private ConnectorTypes() {}

    static Fields read(AccountPath path) {
        List<String> at = path.segments();
        if (at.equals(List.of("metadata", "connector-types"))) {
            return Fields.of(Map.of("items", List.of(CONNECTOR_SDK)));
        }
        if (at.equals(List.of("metadata", "connector-types", Connection.SERVICE))) {
            return Fields.of(CONNECTOR_SDK);
        }
        throw HostedReads.nothingAt(path);
    }
}
