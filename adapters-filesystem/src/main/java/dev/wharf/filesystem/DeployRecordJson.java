package dev.wharf.filesystem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.wharf.failure.WharfException;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.DeployRecord.State;
import dev.wharf.model.DestinationName;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.model.SourceRevision;
import dev.wharf.model.UserId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Deploys as lines of JSON: flat objects of strings, and one list of them. */
final class DeployRecordJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String SETTINGS = "settings";

    private DeployRecordJson() {}

    /** One line, without its end. */
    static byte[] write(DeployRecord entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            put(json, "id", entry.id());
            put(json, "at", entry.at());
            put(json, "user", entry.user());
            put(json, "destination", entry.destination());
            put(json, "connection", entry.connectionName());
            put(json, "connection_id", entry.connectionId());
            put(json, "package_id", entry.packageId());
            put(json, "state", entry.state());
            put(json, "from", entry.from());
            put(json, "to", entry.to());
            SourceRevision source = entry.source();
            if (source != null) {
                put(json, "commit", source.commit());
                put(json, "branch", source.branch());
                put(json, "modified", source.modified());
            }
            json.writeArrayFieldStart(SETTINGS);
            for (String setting : entry.settings()) {
                json.writeString(setting);
            }
            json.writeEndArray();
            put(json, "note", entry.note());
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** What a line says; empty if it was cut off while it was written, or is not one of ours. */
    static Optional<DeployRecord> read(String line) {
        Map<String, String> fields = new HashMap<>();
        List<String> settings = new ArrayList<>();
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken() == JsonToken.VALUE_STRING) {
                    fields.put(name, json.getText());
                } else if (name.equals(SETTINGS) && json.currentToken() == JsonToken.START_ARRAY) {
                    while (json.nextToken() == JsonToken.VALUE_STRING) {
                        settings.add(json.getText());
                    }
                } else {
                    json.skipChildren();
                }
            }
            return json.currentToken() == JsonToken.END_OBJECT
                    ? Optional.of(record(fields, settings))
                    : Optional.empty();
        } catch (IOException | WharfException | DateTimeException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private static DeployRecord record(Map<String, String> fields, List<String> settings) {
        String commit = fields.get("commit");
        return new DeployRecord(
                required(fields, "id"),
                Instant.parse(required(fields, "at")),
                value(fields, "user", UserId::new),
                new DestinationName(required(fields, "destination")),
                new ConnectionName(required(fields, "connection")),
                value(fields, "connection_id", ConnectionId::new),
                value(fields, "package_id", PackageId::new),
                State.valueOf(required(fields, "state")),
                value(fields, "from", Sha256::parse),
                Sha256.parse(required(fields, "to")),
                commit == null
                        ? null
                        : new SourceRevision(
                                commit, fields.get("branch"), Boolean.parseBoolean(fields.get("modified"))),
                settings,
                fields.get("note"));
    }

    private static void put(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.toString());
        }
    }

    private static String required(Map<String, String> fields, String name) {
        return Objects.requireNonNull(fields.get(name));
    }

    private static <T> @Nullable T value(Map<String, String> fields, String name, Function<String, T> type) {
        String text = fields.get(name);
        return text == null ? null : type.apply(text);
    }
}
