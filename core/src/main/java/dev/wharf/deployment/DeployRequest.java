package dev.wharf.deployment;

import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.DestinationName;

/**
 * What a deploy shall reach.
 *
 * @param destination the destination's name
 * @param connection the connection's name within it
 * @param settings what else is asked for of the connection; its package is ignored
 * @param createDestination whether a destination that does not exist is made; otherwise that is a failure
 */
public record DeployRequest(
        DestinationName destination,
        ConnectionName connection,
        ConnectionSettings settings,
        boolean createDestination) {}
