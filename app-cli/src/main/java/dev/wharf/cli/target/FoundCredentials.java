package dev.wharf.cli.target;

import dev.wharf.cli.console.Surroundings;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.http.Credentials;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Credentials and where they were found. Several tools share some of the environment names and mean different things by
 * them, so every form is recognised by its looks.
 *
 * @param credentials the credentials
 * @param origin where they were found, and in which form
 */
public record FoundCredentials(Credentials credentials, String origin) {
    /** The names of a key and of its secret, in the order in which they are looked for. */
    private static final String[][] NAMES = {
        {"WHARF_API_KEY", "WHARF_API_SECRET"},
        {"FIVETRAN_API_KEY", "FIVETRAN_API_SECRET"},
        {"FIVETRAN_APIKEY", "FIVETRAN_APISECRET"}
    };

    static Optional<FoundCredentials> search(GlobalOptions options, Surroundings surroundings, Profile profile) {
        String given = options.apiKey();
        if (given != null) {
            return Optional.of(read(given, secret(surroundings), "--api-key", "--api-key and a secret variable"));
        }
        for (String[] names : NAMES) {
            String key = surroundings.variable(names[0]);
            if (key != null) {
                String secret = surroundings.variable(names[1]);
                return Optional.of(read(key, secret, names[0], names[0] + " and " + names[1]));
            }
        }
        String kept = profile.get(Profile.API_KEY);
        return kept == null
                ? Optional.empty()
                : Optional.of(
                        read(kept, profile.get(Profile.API_SECRET), "the profile", "the profile, key and secret"));
    }

    private static FoundCredentials read(String key, @Nullable String secret, String alone, String both) {
        Optional<Credentials> joined = Credentials.parseJoined(key);
        if (joined.isPresent()) {
            return new FoundCredentials(joined.get(), alone + ", key and secret joined");
        }
        if (secret == null) {
            throw new InvalidRequestException("The API key in " + alone + " is a key without its secret: "
                    + (alone.startsWith("--") || alone.startsWith("the")
                            ? "give both, joined by a colon, in base64."
                            : "set the secret's variable too, or give both, joined by a colon, in base64."));
        }
        return new FoundCredentials(new Credentials(key, secret), both);
    }

    private static @Nullable String secret(Surroundings surroundings) {
        for (String[] names : NAMES) {
            String secret = surroundings.variable(names[1]);
            if (secret != null) {
                return secret;
            }
        }
        return null;
    }
}
