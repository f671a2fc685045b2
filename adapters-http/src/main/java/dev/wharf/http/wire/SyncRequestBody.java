package dev.wharf.http.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A sync to begin.
 *
 * @param force whether one that is running is stopped for it
 */
@Serdeable
public record SyncRequestBody(@JsonProperty("force") @Nullable Boolean force) {}
