package dev.wharf.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A destination to make.
 *
 * @param name its name
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record NewGroupBody(@JsonProperty("name") @Nullable String name) {}
