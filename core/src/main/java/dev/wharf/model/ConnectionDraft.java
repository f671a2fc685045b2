package dev.wharf.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connection of which something is about to be told otherwise. */
final class ConnectionDraft {
    private final Connection told;

    @Nullable
    Integer syncFrequencyMinutes;

    @Nullable
    SchemaNaming naming;

    Networking networking;
    Schedule schedule;
    List<SetupTest> setupTests;
    ConnectionStatus status;

    @Nullable
    UserId createdBy;

    Fields others;

    ConnectionDraft(Connection connection) {
        told = connection;
        syncFrequencyMinutes = connection.syncFrequencyMinutes();
        naming = connection.naming();
        networking = connection.networking();
        schedule = connection.schedule();
        setupTests = connection.setupTests();
        status = connection.status();
        createdBy = connection.createdBy();
        others = connection.others();
    }

    Connection connection() {
        return new Connection(
                told.id(),
                told.destinationId(),
                told.name(),
                told.packageId(),
                told.pythonVersion(),
                told.paused(),
                syncFrequencyMinutes,
                naming,
                networking,
                schedule,
                told.secretKeys(),
                setupTests,
                status,
                createdBy,
                told.createdAt(),
                others);
    }
}
