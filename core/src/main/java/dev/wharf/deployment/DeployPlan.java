package dev.wharf.deployment;

import dev.wharf.deployment.DeployResult.Outcome;
import dev.wharf.model.Connection;
import dev.wharf.model.Sha256;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a deploy would do.
 *
 * @param outcome what would change
 * @param steps what would be done to the account, in this order; empty if nothing
 * @param connection the connection as it is; null if there is none
 * @param previous the hash of what it runs; null if nothing, or if the account does not tell
 * @param sha256 the hash of what it would run
 * @param keys which configuration keys would come and go
 */
public record DeployPlan(
        Outcome outcome,
        List<DeployStep> steps,
        @Nullable Connection connection,
        @Nullable Sha256 previous,
        Sha256 sha256,
        KeyChanges keys) {
    /**
     * Copies the list.
     *
     * @param outcome what would change
     * @param steps what would be done to the account
     * @param connection the connection as it is
     * @param previous the hash of what it runs
     * @param sha256 the hash of what it would run
     * @param keys which configuration keys would come and go
     */
    public DeployPlan {
        steps = List.copyOf(steps);
    }
}
