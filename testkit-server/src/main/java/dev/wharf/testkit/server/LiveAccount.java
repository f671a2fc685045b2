package dev.wharf.testkit.server;

import dev.wharf.model.AccountInfo;
import dev.wharf.model.AccountPath;
import dev.wharf.model.Fields;
import dev.wharf.model.Principal;
import dev.wharf.port.Account;
import dev.wharf.port.Connections;
import dev.wharf.port.DeployJournal;
import dev.wharf.port.Destinations;
import dev.wharf.port.PackageRegistry;

/** The account that a server publishes now, as a user sees it: past the network, the server and its limits. */
record LiveAccount(Backstage backstage, Principal principal) implements Account {
    @Override
    public AccountInfo info() {
        return present().info();
    }

    @Override
    public PackageRegistry packages() {
        return present().packages();
    }

    @Override
    public Connections connections() {
        return present().connections();
    }

    @Override
    public Destinations destinations() {
        return present().destinations();
    }

    @Override
    public Fields read(AccountPath path) {
        return present().read(path);
    }

    @Override
    public DeployJournal journal() {
        return present().journal();
    }

    private Account present() {
        return backstage.hosted().accountOf(principal);
    }
}
