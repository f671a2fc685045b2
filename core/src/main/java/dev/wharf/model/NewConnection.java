package dev.wharf.model;

/**
 * A connection to make, of the service {@code connector_sdk}.
 *
 * @param destinationId where it writes to
 * @param name its permanent name, unique within the destination
 * @param settings what else is asked for
 */
public record NewConnection(DestinationId destinationId, ConnectionName name, ConnectionSettings settings) {
    /**
     * Checks the name.
     *
     * @param destinationId where it writes to
     * @param name its permanent name
     * @param settings what else is asked for
     * @throws dev.wharf.failure.InvalidRequestException if no connection can be made with that name
     */
    public NewConnection {
        name.checkForm();
    }
}
