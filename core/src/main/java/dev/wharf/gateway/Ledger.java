package dev.wharf.gateway;

import dev.wharf.model.AuditEntry;
import dev.wharf.model.AuditEntry.Action;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.UserId;
import dev.wharf.port.catalog.AuditRecords;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who did what through a gateway: the account behind knows only the gateway's own user. */
record Ledger(AuditRecords record) {

    /** Whose package it is, if it was made through the gateway. Who made it behind is a user of the account, not of the gateway. */
    @Nullable
    UserId owner(PackageId id) {
        return who(Action.PACKAGE_CREATED, id.value());
    }

    /** Whose connection it is, if it was made through the gateway. */
    @Nullable
    UserId owner(ConnectionId id) {
        return who(Action.CONNECTION_CREATED, id.value());
    }

    /** The package with its owner, and with who replaced its file if that was done through the gateway. */
    ConnectorPackage signed(ConnectorPackage told) {
        Optional<AuditEntry> created =
                record.findLast(Action.PACKAGE_CREATED, told.id().value());
        Optional<AuditEntry> updated =
                record.findLast(Action.PACKAGE_UPDATED, told.id().value());
        UserId lastUpdatedBy = updated.or(() -> created)
                .filter(entry -> told.sha256() == null || told.sha256().equals(entry.to()))
                .map(AuditEntry::user)
                .orElse(told.lastUpdatedBy());
        return told.signed(created.map(AuditEntry::user).orElse(told.createdBy()), lastUpdatedBy);
    }

    /** The connection with its owner; the account behind need not tell any. */
    Connection signed(Connection told) {
        UserId owner = owner(told.id());
        return owner == null ? told : told.madeBy(owner);
    }

    private @Nullable UserId who(Action action, String subject) {
        return record.findLast(action, subject).map(AuditEntry::user).orElse(null);
    }
}
