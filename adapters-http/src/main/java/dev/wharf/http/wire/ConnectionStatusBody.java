package dev.wharf.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.wharf.model.ConnectionStatus;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a connection fares, with every field that clients look into. What is not known is null and not made up.
 *
 * @param setupState whether it is set up
 * @param syncState whether it syncs, waits or rests
 * @param updateState whether it is behind its schedule
 * @param isHistoricalSync whether its first sync is still to come
 * @param tasks what somebody has to do about it
 * @param warnings what somebody should look at
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ConnectionStatusBody(
        @JsonProperty("setup_state") @Nullable String setupState,
        @JsonProperty("sync_state") @Nullable String syncState,
        @JsonProperty("update_state") @Nullable String updateState,
        @JsonProperty("is_historical_sync") @Nullable Boolean isHistoricalSync,
        @JsonProperty("tasks") List<String> tasks,
        @JsonProperty("warnings") List<String> warnings) {

    static ConnectionStatusBody of(ConnectionStatus value) {
        return new ConnectionStatusBody(
                value.setupState(),
                value.syncState(),
                value.updateState(),
                value.historicalSync(),
                List.of(),
                List.of());
    }
}
