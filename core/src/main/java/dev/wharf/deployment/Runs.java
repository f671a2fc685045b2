package dev.wharf.deployment;

import dev.wharf.model.Connection;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.ConnectorPackage.UseTold;
import dev.wharf.model.PackageId;
import dev.wharf.port.Account;

/** Whether a connection runs a package, as far as an account tells: with the connection, with the package, or with both. */
enum Runs {
    YES,
    NO,
    /** Neither tells: it may run it, or another, or none. */
    NOT_TOLD;

    /** Told at different moments, or by an account that keeps only one side: what either says counts. */
    static Runs of(Connection connection, ConnectorPackage one) {
        PackageId told = connection.packageId();
        if (told != null) {
            return told.equals(one.id()) ? YES : NO;
        }
        if (one.serves(connection.id())) {
            return YES;
        }
        return one.useTold() == UseTold.WHOLE ? NO : NOT_TOLD;
    }

    /** After a change that the account has confirmed. Only what tells of another package says that it was undone since. */
    static Runs readBack(Account account, Connection deployed, ConnectorPackage one) {
        if (one.serves(deployed.id())) {
            return YES;
        }
        Connection now = LostAnswers.onceOrAgain(() -> account.connections().retrieve(deployed.id()));
        PackageId told = now.packageId();
        if (told != null) {
            return told.equals(one.id()) ? YES : NO;
        }
        ConnectorPackage another = LostAnswers.onceOrAgain(() -> AccountState.packageOf(account, now));
        return another == null ? NOT_TOLD : NO;
    }
}
