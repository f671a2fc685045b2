package dev.wharf.model;

import java.time.Instant;

/**
 * Where connections write to; the REST API calls it a group.
 *
 * @param id names the destination, for ever
 * @param name what people call it
 * @param createdAt when it was made
 */
public record Destination(DestinationId id, DestinationName name, Instant createdAt) {}
