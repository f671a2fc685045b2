package dev.wharf.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.DeployRecord.State;
import dev.wharf.model.DestinationName;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.model.SourceRevision;
import dev.wharf.model.UserId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A deploy, as a wharf-server remembers it. The vendor's service has nothing like it.
 *
 * @param id names the deploy
 * @param at when it began, ISO 8601
 * @param user who deployed; a server tells whom it knows as the caller
 * @param destination the destination's name
 * @param connection the connection's name
 * @param connectionId the connection
 * @param packageId the package it runs
 * @param outcome how far it got: {@code begun}, {@code created}, {@code updated}, ...
 * @param previousSha256Hash the hash of what ran before
 * @param fileSha256Hash the hash of what was deployed
 * @param commit what it was built from
 * @param branch the branch that was checked out
 * @param modified whether the directory differed from the commit
 * @param settings what was asked for beside the archive, by name
 * @param note what else there is to say
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DeployBody(
        @JsonProperty("id") @Nullable String id,
        @JsonProperty("at") @Nullable Instant at,
        @JsonProperty("user") @Nullable String user,
        @JsonProperty("destination") @Nullable String destination,
        @JsonProperty("connection") @Nullable String connection,
        @JsonProperty("connection_id") @Nullable String connectionId,
        @JsonProperty("package_id") @Nullable String packageId,
        @JsonProperty("outcome") @Nullable String outcome,
        @JsonProperty("previous_sha256_hash") @Nullable String previousSha256Hash,
        @JsonProperty("file_sha256_hash") @Nullable String fileSha256Hash,
        @JsonProperty("commit") @Nullable String commit,
        @JsonProperty("branch") @Nullable String branch,
        @JsonProperty("modified") @Nullable Boolean modified,
        @JsonProperty("settings") @Nullable List<String> settings,
        @JsonProperty("note") @Nullable String note) {

    /**
     * Writes a deploy.
     *
     * @param value the deploy
     * @return the deploy as JSON
     */
    public static DeployBody of(DeployRecord value) {
        SourceRevision source = value.source();
        return new DeployBody(
                value.id(),
                value.at(),
                text(value.user()),
                value.destination().value(),
                value.connectionName().value(),
                text(value.connectionId()),
                text(value.packageId()),
                value.state().name().toLowerCase(Locale.ROOT),
                text(value.from()),
                value.to().hex(),
                source == null ? null : source.commit(),
                source == null ? null : source.branch(),
                source == null ? null : source.modified(),
                value.settings(),
                value.note());
    }

    /**
     * Reads a deploy.
     *
     * @return the deploy
     * @throws InvalidRequestException if something is missing or cannot be
     */
    public DeployRecord value() {
        return new DeployRecord(
                required(id, "id"),
                required(at, "at"),
                value(user, UserId::new),
                new DestinationName(required(destination, "destination")),
                new ConnectionName(required(connection, "connection")),
                value(connectionId, ConnectionId::new),
                value(packageId, PackageId::new),
                state(required(outcome, "outcome")),
                value(previousSha256Hash, Sha256::parse),
                Sha256.parse(required(fileSha256Hash, "file_sha256_hash")),
                commit == null ? null : new SourceRevision(commit, branch, Boolean.TRUE.equals(modified)),
                settings == null ? List.of() : settings,
                note);
    }

    private static State state(String outcome) {
        try {
            return State.valueOf(outcome.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("outcome has an unknown value.", "Update the older of the two programs.");
        }
    }

    private static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw new InvalidRequestException(name + " is missing.");
        }
        return value;
    }

    private static <T> @Nullable T value(@Nullable String text, Function<String, T> type) {
        return text == null ? null : type.apply(text);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : Objects.toString(value);
    }
}
