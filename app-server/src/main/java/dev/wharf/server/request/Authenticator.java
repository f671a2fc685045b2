package dev.wharf.server.request;

import dev.wharf.model.Principal;

/** Tells who sends credentials. */
@FunctionalInterface
public interface Authenticator {
    /**
     * Finds the caller.
     *
     * @param key the public half of the credentials, as sent
     * @param secret the secret half, as sent
     * @return the caller
     * @throws dev.wharf.failure.NotAuthenticatedException if the credentials are not good
     */
    Principal authenticate(String key, String secret);
}
