package dev.wharf.cli.target;

import dev.wharf.cli.console.Surroundings;
import dev.wharf.http.Credentials;
import dev.wharf.http.PastedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place where credentials, or a half of them, are. Tells their form by its looks: a key may hold its secret too. Never prints.
 *
 * @param keyName what users call the place of the key
 * @param secretName what users call the place of the secret
 * @param apart whose form it is if key and secret are apart
 * @param key what is in the first
 * @param secret what is in the second
 */
record CredentialPlace(String keyName, String secretName, String apart, @Nullable String key, @Nullable String secret) {
    /** Names of a key and its secret in the environment, and whose they are, in the order in which they are looked for. */
    private static final String[][] VARIABLES = {
        {"WHARF_API_KEY", "WHARF_API_SECRET", "Wharf's own names"},
        {"FIVETRAN_API_KEY", "FIVETRAN_API_SECRET", "a bare key and its secret"},
        {"FIVETRAN_APIKEY", "FIVETRAN_APISECRET", "a key and its secret, in Terraform's form"}
    };

    /** Every place where there is something, those looked at first first. */
    static List<CredentialPlace> all(GlobalOptions options, Surroundings surroundings, Profile profile) {
        List<CredentialPlace> places = new ArrayList<>();
        String given = options.apiKey();
        if (given != null) {
            String secret = Credentials.parseJoined(given).isPresent() ? null : anySecret(surroundings);
            places.add(
                    new CredentialPlace("--api-key", "a secret variable", "a bare key and its secret", given, secret));
        }
        for (String[] names : VARIABLES) {
            places.add(new CredentialPlace(
                    names[0], names[1], names[2], surroundings.variable(names[0]), surroundings.variable(names[1])));
        }
        String name = "the profile " + profile.name();
        places.add(new CredentialPlace(
                Profile.API_KEY + " of " + name,
                Profile.API_SECRET + " of " + name,
                "a key and its secret",
                profile.get(Profile.API_KEY),
                profile.get(Profile.API_SECRET)));
        places.removeIf(place -> place.key == null && place.secret == null);
        return places;
    }

    /** Both halves, if they are here. */
    Optional<Credentials> credentials() {
        if (key == null) {
            return Optional.empty();
        }
        Optional<Credentials> joined = Credentials.parseJoined(key);
        return joined.isPresent() || secret == null || !PastedText.of(key).mayBeKey()
                ? joined
                : Optional.of(Credentials.parse(key, secret));
    }

    /** The secret that stands beside a key that holds one already. */
    Optional<String> unusedSecret() {
        return isJoined() ? Optional.ofNullable(secret) : Optional.empty();
    }

    String origin() {
        if (key == null) {
            return secretName;
        }
        return isJoined() || secret == null ? keyName : keyName + " and " + secretName;
    }

    String form() {
        return String.join(
                "; ",
                Stream.of(mainForm(), leftOut())
                        .filter(words -> !words.isEmpty())
                        .toList());
    }

    /** What the key is, if it can be none and holds no secret. */
    Optional<String> oddity() {
        return key == null ? Optional.empty() : PastedText.of(key).oddity();
    }

    private String mainForm() {
        if (!isJoined()) {
            return apart;
        }
        return key != null && PastedText.of(key).isPlain()
                ? "key:secret, joined"
                : "base64 of key:secret, the form of the vendor's command line";
    }

    private String leftOut() {
        List<String> words = Stream.of(key, isJoined() ? null : secret)
                .filter(Objects::nonNull)
                .flatMap(half -> PastedText.of(half).leftOut().stream())
                .distinct()
                .toList();
        return words.isEmpty() ? "" : "left out: " + String.join(", ", words);
    }

    @Override
    public String toString() {
        return origin();
    }

    private boolean isJoined() {
        return key != null && Credentials.parseJoined(key).isPresent();
    }

    private static @Nullable String anySecret(Surroundings surroundings) {
        return Stream.of(VARIABLES)
                .map(names -> surroundings.variable(names[1]))
                .filter(secret -> secret != null)
                .findFirst()
                .orElse(null);
    }
}
