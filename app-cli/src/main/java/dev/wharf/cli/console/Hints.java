package dev.wharf.cli.console;

import dev.wharf.failure.BindingConflictException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.NotFoundException.Resource;
import dev.wharf.failure.PackageInUseException;
import dev.wharf.failure.RateLimitedException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.WharfException;
import dev.wharf.http.resilience.ResilienceSettings;
import java.time.Duration;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.UnmatchedArgumentException;

/** What to do about a failure: what the failure itself knows, else what its kind does. */
final class Hints {
    private final NextCommand command;

    Hints(NextCommand command) {
        this.command = command;
    }

    /** Null if there is nothing to do. */
    @Nullable
    String of(FailureKind kind, Throwable failure) {
        if (failure instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            return "Did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?";
        }
        Duration asked = retryAfter(failure);
        if (asked != null) {
            return wait(asked, failure);
        }
        String own = failure instanceof WharfException known ? known.hint() : null;
        return own == null || namesCommand(failure) ? ofKind(kind, failure) : own;
    }

    /** Where a command says more than "list them" or "delete it", which is what core can say. */
    private static boolean namesCommand(Throwable failure) {
        return (failure instanceof PackageInUseException used
                        && used.connectionIds().size() < 2)
                || failure instanceof BindingConflictException
                || (failure instanceof NotFoundException none
                        && EnumSet.of(Resource.PACKAGE, Resource.CONNECTION, Resource.DESTINATION)
                                .contains(none.resource()));
    }

    private @Nullable String ofKind(FailureKind kind, Throwable failure) {
        return switch (kind) {
            case USAGE, INVALID_REQUEST -> "Add --help to the command to see its options.";
            case NOT_FOUND -> notFound(failure);
            case BINDING_CONFLICT ->
                "Upload the archive again and bind the new package: " + command.line("deploy", "PATH");
            case CONFLICT -> "Check the connections, then try again: " + command.line("connections", "list");
            case CHANGED_MEANWHILE -> "Read the package, then decide again: " + command.line("packages", "get", "ID");
            case UPLOAD_KEY_REUSED -> "Run the command again. It sends a new key.";
            case PACKAGE_IN_USE ->
                "Give the connection another package, or delete it: "
                        + command.line("connections", "delete", user(failure));
            case INTEGRITY -> "Try again. If this happens again, upload the archive again.";
            case NOT_AUTHENTICATED ->
                "Set FIVETRAN_API_KEY and FIVETRAN_API_SECRET, or work without an account with --local. See which"
                        + " credentials Wharf uses: " + command.line("doctor");
            case NOT_ALLOWED -> "See which credentials Wharf uses: " + command.line("doctor");
            case RATE_LIMITED -> "Wait, then try again.";
            case UNAVAILABLE -> "For a slow network, raise --timeout. Check the connection: " + command.line("doctor");
            case INTERRUPTED_TRANSFER -> "Try again.";
            case INVALID_PROJECT ->
                "See what is left out of the archive, and why: " + command.onFiles("package", "DIR", "--explain");
            case INVALID_ARCHIVE -> "Build a valid archive: " + command.onFiles("package", "DIR");
            case TOO_LARGE -> "See what makes the archive large: " + command.onFiles("package", "DIR", "--list");
            case STORAGE -> "Check directories and permissions: " + command.line("doctor");
            case UNEXPECTED_ANSWER -> "Check --api-url. Add -v to see more.";
            case INTERRUPTED -> null;
            case UNEXPECTED ->
                "Run the command again with -v, and report this: the output of wharf --version, the command line, and"
                        + " the trace that -v prints.";
        };
    }

    private static String user(Throwable failure) {
        String id = failure instanceof PackageInUseException used ? used.connectionId() : null;
        return id == null ? "ID" : id;
    }

    private String notFound(Throwable failure) {
        Resource resource = failure instanceof NotFoundException none ? none.resource() : Resource.OTHER;
        return switch (resource) {
            case PACKAGE -> "See what exists: " + command.line("packages", "list");
            case CONNECTION, CONNECTION_OF_OTHER_SERVICE -> "See what exists: " + command.line("connections", "list");
            case DESTINATION -> "See what exists: " + command.line("destinations", "list");
            case API_KEY -> "See what exists: wharf-server keys list";
            case OTHER -> "Check --api-url, and what the command was given.";
        };
    }

    /** The message may have said how long, and once is enough. */
    private static String wait(Duration asked, Throwable failure) {
        String wait = failure instanceof RateLimitedException limited && limited.saysWhen()
                ? "Wait"
                : "Wait " + asked.toSeconds() + " s";
        boolean usual = asked.compareTo(ResilienceSettings.DEFAULT.waits().longestRetryAfter()) <= 0;
        return wait + ", then try again."
                + (usual
                        ? ""
                        : " With --max-wait " + asked.toSeconds() + "s (or WHARF_MAX_WAIT), Wharf waits by itself.");
    }

    private static @Nullable Duration retryAfter(Throwable failure) {
        if (failure instanceof UnavailableException away) {
            return away.retryAfter();
        }
        return failure instanceof RateLimitedException limited ? limited.retryAfter() : null;
    }
}
