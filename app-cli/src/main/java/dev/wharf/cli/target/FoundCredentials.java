package dev.wharf.cli.target;

import dev.wharf.cli.console.Surroundings;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.http.Credentials;
import dev.wharf.http.PastedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Credentials and where they were found. Several tools share some of the environment names and mean different things by
 * them, so every form is recognised by its looks.
 *
 * @param credentials the credentials
 * @param origin where they were found
 * @param form in which form, in words
 * @param ignored what else is set and not used, in the order in which it would have been
 */
public record FoundCredentials(Credentials credentials, String origin, String form, List<Ignored> ignored) {
    /**
     * Credentials that are set but not used.
     *
     * @param origin where they are
     * @param difference how they differ from those used
     */
    public record Ignored(String origin, Difference difference) {}

    /** How credentials differ from those used. */
    public enum Difference {
        /** Not at all. */
        NONE,
        /** They are others. */
        OTHER,
        /** They are a key without its secret, a secret without its key, or no credentials at all. */
        INCOMPLETE
    }

    /** Takes those that come first, and compares what comes later. */
    static Optional<FoundCredentials> search(GlobalOptions options, Surroundings surroundings, Profile profile) {
        List<CredentialPlace> places = CredentialPlace.all(options, surroundings, profile);
        Optional<CredentialPlace> first =
                places.stream().filter(place -> place.key() != null).findFirst();
        return first.map(place -> read(place, places));
    }

    private static FoundCredentials read(CredentialPlace used, List<CredentialPlace> places) {
        Credentials credentials = used.credentials().orElseThrow(() -> lonely(used));
        List<Ignored> ignored = new ArrayList<>();
        for (CredentialPlace place : places) {
            if (place.equals(used)) {
                place.unusedSecret()
                        .ifPresent(secret -> ignored.add(new Ignored(
                                place.secretName(),
                                PastedText.of(secret).text().equals(credentials.secret())
                                        ? Difference.NONE
                                        : Difference.OTHER)));
            } else {
                ignored.add(new Ignored(place.origin(), difference(place, credentials)));
            }
        }
        return new FoundCredentials(credentials, used.origin(), used.form(), List.copyOf(ignored));
    }

    private static Difference difference(CredentialPlace place, Credentials used) {
        if (place.key() == null) {
            String secret = place.secret();
            return secret != null && PastedText.of(secret).text().equals(used.secret())
                    ? Difference.NONE
                    : Difference.INCOMPLETE;
        }
        try {
            return place.credentials()
                    .map(others -> others.equals(used) ? Difference.NONE : Difference.OTHER)
                    .orElse(Difference.INCOMPLETE);
        } catch (InvalidRequestException malformed) {
            return Difference.INCOMPLETE;
        }
    }

    private static InvalidRequestException lonely(CredentialPlace place) {
        return new InvalidRequestException(
                "The API key in " + place.keyName() + " is " + place.oddity().orElse("a key without its secret") + ".",
                "Set " + place.keyName() + " to the key and " + place.secretName()
                        + " to its secret. Or give both, joined by a colon, in base64.");
    }
}
