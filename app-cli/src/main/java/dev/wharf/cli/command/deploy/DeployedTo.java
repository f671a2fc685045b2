package dev.wharf.cli.command.deploy;

import dev.wharf.cli.command.connections.NamedDestination;
import dev.wharf.cli.command.settings.OptionsField;
import dev.wharf.cli.command.settings.OptionsProfile;
import dev.wharf.cli.target.Invocation;
import dev.wharf.cli.target.OpenTarget;
import dev.wharf.deployment.AccountNames;
import dev.wharf.deployment.DeployRequest;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationId;
import dev.wharf.model.DestinationName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which connection a deploy is about. */
final class DeployedTo {
    private static final String DESTINATION = "FIVETRAN_DESTINATION_NAME";
    private static final String CONNECTION = "FIVETRAN_CONNECTION_NAME";

    @Option(
            names = "--destination",
            paramLabel = "D",
            description = "The destination's name or id (or " + DESTINATION + "). Default: the account's only one.")
    private @Nullable String destination;

    @Option(
            names = "--connection",
            paramLabel = "C",
            description = "The connection's name, which is also its schema, or its id (or " + CONNECTION
                    + "). Wharf creates it if it does not exist.")
    private @Nullable String connection;

    @Option(
            names = "--connection-id",
            paramLabel = "ID",
            description = "The id of an existing connection, instead of its name and destination.")
    private @Nullable String connectionId;

    private OptionsProfile profile = OptionsProfile.NONE;

    /**
     * Refuses what makes no sense, before anything is opened.
     *
     * @param otherwise what is asked for where options and variables are silent
     */
    void check(Invocation invocation, OptionsProfile otherwise) {
        profile = otherwise;
        named("--destination", destination, invocation, DESTINATION, OptionsField.DESTINATION);
        if (connectionId == null) {
            connectionName(invocation);
        } else if (connection != null) {
            throw new InvalidRequestException(
                    "--connection and --connection-id both name the" + " connection.", "Give one.");
        }
    }

    DeployRequest request(Invocation invocation, OpenTarget target, ConnectionSettings settings) {
        if (connectionId != null) {
            return ofId(target, new ConnectionId(connectionId), settings);
        }
        return DeployRequest.of(
                        destinationName(invocation, target), new ConnectionName(connectionName(invocation)), settings)
                .creatingDestination(target.makesDestinations());
    }

    /** Where a connection writes to, by its id; of no name where the account does not tell. */
    static DestinationName placeOf(Connection connection) {
        DestinationId id = connection.destinationId();
        return new DestinationName(id == null ? "" : id.value());
    }

    private DeployRequest ofId(OpenTarget target, ConnectionId id, ConnectionSettings settings) {
        Connection found = target.account().connections().retrieve(id);
        if (destination != null
                && !NamedDestination.find(target, destination).id().equals(found.destinationId())) {
            throw new InvalidRequestException(
                    "Connection " + id + " does not write to '" + destination + "'.",
                    "Leave --destination out, or give the id of another connection.");
        }
        return DeployRequest.of(placeOf(found), found.name(), settings).to(id);
    }

    private DestinationName destinationName(Invocation invocation, OpenTarget target) {
        String named = named("--destination", destination, invocation, DESTINATION, OptionsField.DESTINATION);
        if (named != null) {
            return new DestinationName(named);
        }
        Destination only;
        try {
            only = new AccountNames(target.account()).onlyDestination();
        } catch (InvalidRequestException e) {
            InvalidRequestException missing = new InvalidRequestException(
                    "Missing --destination.", "Name it, or set " + DESTINATION + ". " + e.getMessage());
            missing.initCause(e);
            throw missing;
        }
        invocation.console().note("Destination: " + only.name() + " (" + only.id() + "), the account's only one.");
        return new DestinationName(only.id().value());
    }

    private String connectionName(Invocation invocation) {
        String named = named("--connection", connection, invocation, CONNECTION, OptionsField.CONNECTION);
        if (named == null) {
            throw new InvalidRequestException(
                    "Missing --connection.", "Name it, or set " + CONNECTION + "; or give --connection-id.");
        }
        return named;
    }

    /** An empty option is a variable of the job's that is not set; it must not choose the account's only destination. */
    private @Nullable String named(
            String option, @Nullable String given, Invocation invocation, String variable, OptionsField field) {
        if (given != null && given.isBlank()) {
            throw new InvalidRequestException(
                    option + " is empty.", "Name it, or leave the option out and set " + variable + ".");
        }
        String said = given == null ? invocation.surroundings().variable(variable) : given;
        if (said != null && said.isBlank()) {
            throw new InvalidRequestException(
                    variable + " is blank.", "Set it to a name, unset it, or name " + option + " instead.");
        }
        return said == null ? profile.value(field) : said;
    }
}
