package dev.wharf.registry;

import dev.wharf.failure.BindingConflictException;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectorPackage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many connections one package may serve: the one place of this rule. It is a rule of the account, not of the protocol
 * (the vendor previews reusable packages), so it is a switch.
 */
public enum BindingPolicy {
    /** A package serves at most one connection at a time. The default, and the vendor's published rule. */
    SINGLE {
        @Override
        public void check(ConnectorPackage wanted, @Nullable ConnectionId by) {
            List<ConnectionId> others = wanted.othersThan(by);
            if (!others.isEmpty()) {
                throw new BindingConflictException(
                        wanted.id().value(), others.get(0).value());
            }
        }
    },
    /** A package may serve any number of connections. */
    SHARED {
        @Override
        public void check(ConnectorPackage wanted, @Nullable ConnectionId by) {
            // Every binding is allowed.
        }
    };

    /**
     * Refuses a binding that the policy does not allow.
     *
     * @param wanted the package
     * @param by the connection; null for one that is still to be made
     * @throws dev.wharf.failure.BindingConflictException if another connection has the package for itself
     */
    public abstract void check(ConnectorPackage wanted, @Nullable ConnectionId by);

    /** Whether the catalog shall back the rule with a constraint. */
    boolean isExclusive() {
        return this == SINGLE;
    }
}
