package dev.wharf.server;

import dev.wharf.model.AuditEntry;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one line of JSON for every change that is durable, to the logger {@code wharf.audit}. */
@Singleton
class AuditLog {
    private static final Logger LOG = LoggerFactory.getLogger("wharf.audit");

    private final ObjectMapper json;

    AuditLog(ObjectMapper json) {
        this.json = json;
    }

    void write(AuditEntry entry) {
        Map<String, String> line = new LinkedHashMap<>();
        put(line, "at", entry.at());
        put(line, "user", entry.user());
        put(line, "action", entry.action());
        put(line, "subject", entry.subject());
        put(line, "from_sha256", entry.from());
        put(line, "to_sha256", entry.to());
        put(line, "detail", entry.detail());
        try {
            LOG.info("{}", json.writeValueAsString(line));
        } catch (IOException e) {
            LOG.warn("Could not write an audit line for {} {}", entry.action(), entry.subject());
        }
    }

    private static void put(Map<String, String> line, String key, @Nullable Object value) {
        if (value != null) {
            line.put(key, value.toString());
        }
    }
}
