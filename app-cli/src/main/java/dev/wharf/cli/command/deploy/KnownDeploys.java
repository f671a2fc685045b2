package dev.wharf.cli.command.deploy;

import dev.wharf.cli.command.connections.NamedConnection;
import dev.wharf.cli.target.OpenTarget;
import dev.wharf.failure.NotFoundException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.DeployRecord.State;
import dev.wharf.model.DestinationId;
import dev.wharf.port.DeployJournal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the journal has about a connection: also of deploys that ended without a word before they had made it. */
final class KnownDeploys {
    private KnownDeploys() {}

    static List<DeployRecord> of(OpenTarget target, Connection connection) {
        DeployJournal journal = target.deploys().journal();
        List<DeployRecord> entries = new ArrayList<>(journal.list(connection.id()));
        List<DeployRecord> begun = begun(journal, connection.name());
        DestinationId destination = connection.destinationId();
        if (!begun.isEmpty() && destination != null) {
            String place =
                    target.account().destinations().retrieve(destination).name().value();
            begun.stream()
                    .filter(entry -> entry.destination().value().equals(place))
                    .forEach(entries::add);
            entries.sort(Comparator.comparing(DeployRecord::at));
        }
        return entries;
    }

    /** The connection need not be there, if a deploy has begun to make it. */
    static List<DeployRecord> named(OpenTarget target, String connection, @Nullable String destination) {
        Connection found;
        try {
            found = NamedConnection.find(target, connection, destination);
        } catch (NotFoundException e) {
            List<DeployRecord> begun = begun(target.deploys().journal(), new ConnectionName(connection));
            if (begun.isEmpty()) {
                throw e;
            }
            return begun;
        }
        return of(target, found);
    }

    private static List<DeployRecord> begun(DeployJournal journal, ConnectionName name) {
        return journal.listWithoutConnection(name).stream()
                .filter(entry -> entry.state() == State.BEGUN)
                .toList();
    }
}
