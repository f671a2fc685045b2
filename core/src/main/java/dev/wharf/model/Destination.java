package dev.wharf.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where connections write to; the REST API calls it a group.
 *
 * @param id names the destination, for ever
 * @param name what people call it
 * @param createdAt when it was made; null if the account does not tell
 * @param others what else the account tells
 */
public record Destination(DestinationId id, DestinationName name, @Nullable Instant createdAt, Fields others) {
    /**
     * A destination of which no more is known.
     *
     * @param id names the destination, for ever
     * @param name what people call it
     * @param createdAt when it was made; null if the account does not tell
     */
    public Destination(DestinationId id, DestinationName name, @Nullable Instant createdAt) {
        this(id, name, createdAt, Fields.NONE);
    }
}
