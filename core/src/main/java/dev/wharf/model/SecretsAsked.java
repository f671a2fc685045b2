package dev.wharf.model;

import dev.wharf.failure.InvalidRequestException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a configuration that is asked for must be. */
final class SecretsAsked {
    private SecretsAsked() {}

    private static boolean isMask(String value) {
        return !value.isEmpty() && value.chars().allMatch(c -> c == '*');
    }

    static void check(List<Secret> secrets) {
        if (secrets.size() > ConnectionSettings.MAX_SECRETS) {
            throw new InvalidRequestException("A connection takes at most " + ConnectionSettings.MAX_SECRETS
                    + " configuration entries (secrets_list): this has " + secrets.size() + ".");
        }
        Set<String> keys = new HashSet<>();
        for (Secret secret : secrets) {
            if (secret.value().texts().anyMatch(SecretsAsked::isMask)) {
                throw new InvalidRequestException(
                        "The value of the configuration key '"
                                + Identifiers.abbreviate(secret.key())
                                + "' is only stars. The API shows stars in place of a value.",
                        "Send the value itself, or leave out secrets_list to keep all values.");
            }
            if (!keys.add(secret.key())) {
                throw new InvalidRequestException(
                        "The configuration key '" + Identifiers.abbreviate(secret.key()) + "' appears twice.",
                        "Give it once.");
            }
        }
    }
}
