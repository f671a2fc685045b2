package dev.wharf.cli.command.about;

import dev.wharf.cli.target.FoundCredentials;
import dev.wharf.cli.target.FoundCredentials.Ignored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which credentials are used, in which form they were found, and which others are set. Shows none of them. */
final class CredentialsCheck {
    private static final String SUBJECT = "credentials";

    private CredentialsCheck() {}

    static List<Check> of(Optional<FoundCredentials> credentials) {
        if (credentials.isEmpty()) {
            return List.of(
                    Check.failed(SUBJECT, "none. Set FIVETRAN_API_KEY and FIVETRAN_API_SECRET, or use a profile."));
        }
        FoundCredentials found = credentials.get();
        List<Check> checks = new ArrayList<>();
        checks.add(Check.ok(SUBJECT, "from " + found.origin() + ": " + found.form()));
        found.ignored().forEach(ignored -> checks.add(check(ignored, found.origin())));
        return checks;
    }

    private static Check check(Ignored ignored, String used) {
        return switch (ignored.difference()) {
            case NONE -> Check.ok(SUBJECT, "also set, to the same value: " + ignored.origin());
            case OTHER ->
                Check.warning(
                        SUBJECT,
                        "also set, to another value, and ignored: " + ignored.origin() + ". " + used
                                + " takes precedence. Unset the one that you do not want.");
            case INCOMPLETE ->
                Check.warning(
                        SUBJECT,
                        "also set, and ignored, because it is incomplete: " + ignored.origin()
                                + ". Set its other half too, or unset it.");
        };
    }
}
