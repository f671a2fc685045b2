package dev.wharf.registry;

import dev.wharf.model.AccountPath;
import dev.wharf.model.Connection;
import dev.wharf.model.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The kinds of connectors that a hosted registry has: one. */
final class ConnectorTypes {
    private static final Map<String, Object> CONNECTOR_SDK = connectorSdk();

    private ConnectorTypes() {}

    /** In this order, because clients show the first fields. */
    private static Map<String, Object> connectorSdk() {
        Map<String, Object> type = new LinkedHashMap<>();
        type.put("id", Connection.SERVICE);
        type.put("name", "Connector SDK");
        type.put("type", "Function");
        type.put("description", "A connector of one's own, in Python");
        type.put("service_status", "general_availability");
        type.put("connector_class", "standard");
        type.put("link_to_docs", "https://fivetran.com/docs/connector-sdk");
        type.put("icons", List.of());
        type.put("supported_features", List.of());
        return type;
    }

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
