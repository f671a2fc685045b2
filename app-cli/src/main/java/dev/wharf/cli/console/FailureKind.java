package dev.wharf.cli.console;

import dev.wharf.failure.BindingConflictException;
import dev.wharf.failure.ChangedMeanwhileException;
import dev.wharf.failure.ConflictException;
import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.InterruptedTransferException;
import dev.wharf.failure.InvalidArchiveException;
import dev.wharf.failure.InvalidProjectException;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.failure.NotAllowedException;
import dev.wharf.failure.NotAuthenticatedException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.PackageInUseException;
import dev.wharf.failure.RateLimitedException;
import dev.wharf.failure.StorageException;
import dev.wharf.failure.TooLargeException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.UnexpectedAnswerException;
import dev.wharf.failure.UploadKeyReusedException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;

/** The one place that maps failures to exit codes, names for programs, and hints for people. */
public enum FailureKind {
    /** The command line makes no sense. */
    USAGE(ParameterException.class, 2, "Add --help to the command to see what it takes."),
    /** A value makes no sense. */
    INVALID_REQUEST(InvalidRequestException.class, 2, "Add --help to the command to see what it takes."),
    /** Nothing is so called. */
    NOT_FOUND(
            NotFoundException.class,
            3,
            "'wharf packages list', 'connections list' and 'destinations list' show what is there."),
    /** The package serves another connection. */
    BINDING_CONFLICT(
            BindingConflictException.class,
            4,
            "'wharf packages create' uploads the archive once more; 'wharf deploy' does that and binds it in one go."),
    /** What is asked for contradicts what is there. */
    CONFLICT(ConflictException.class, 4, "Look at what is there with 'wharf connections list', then ask again."),
    /** The package has another file than expected. */
    CHANGED_MEANWHILE(
            ChangedMeanwhileException.class,
            4,
            "Somebody else changed the package: look at it with 'wharf packages get ID'."),
    /** The key of an upload stands for another. */
    UPLOAD_KEY_REUSED(UploadKeyReusedException.class, 4, "Run the command again: it sends a fresh key."),
    /** A connection uses the package. */
    PACKAGE_IN_USE(
            PackageInUseException.class,
            4,
            "'wharf connections delete ID' deletes the connection; 'wharf connections update ID --package OTHER' gives it"
                    + " another package."),
    /** Bytes are not those they should be. */
    INTEGRITY(
            IntegrityException.class, 5, "Nothing was kept. Try again; if it persists, upload the archive once more."),
    /** The credentials are missing or wrong. */
    NOT_AUTHENTICATED(
            NotAuthenticatedException.class,
            6,
            "Set FIVETRAN_API_KEY and FIVETRAN_API_SECRET, or work without an account with --local. 'wharf doctor' shows"
                    + " which credentials are used."),
    /** The user may not do this. */
    NOT_ALLOWED(NotAllowedException.class, 6, "'wharf doctor' shows which credentials are used, and whose they are."),
    /** Too many calls. */
    RATE_LIMITED(RateLimitedException.class, 7, "Wait, then try again."),
    /** The other side cannot answer. */
    UNAVAILABLE(UnavailableException.class, 7, "'wharf doctor' checks the connection; --timeout changes the patience."),
    /** A transfer broke off. */
    INTERRUPTED_TRANSFER(InterruptedTransferException.class, 7, "Nothing was kept. Try again."),
    /** The directory is no connector. */
    INVALID_PROJECT(
            InvalidProjectException.class,
            8,
            "'wharf package DIR --explain' shows what is left out of an archive, and why."),
    /** The file is no connector package. */
    INVALID_ARCHIVE(InvalidArchiveException.class, 8, "'wharf package DIR' builds an archive that is accepted."),
    /** More than is allowed. */
    TOO_LARGE(TooLargeException.class, 8, "'wharf package DIR --list' shows what makes it large."),
    /** The disk or the catalog failed. */
    STORAGE(StorageException.class, 1, "'wharf doctor' checks directories and permissions."),
    /** An answer that cannot be understood. */
    UNEXPECTED_ANSWER(UnexpectedAnswerException.class, 1, "Check --api-url; -v shows more."),
    /** Ctrl-C. */
    INTERRUPTED(CancelledException.class, 130, null),
    /** A mistake in this program. */
    UNEXPECTED(
            Throwable.class, 1, "This is a mistake in wharf. Run the command again with -v and report what it prints.");

    private final Class<? extends Throwable> type;
    private final int exitCode;
    private final @Nullable String hint;

    FailureKind(Class<? extends Throwable> type, int exitCode, @Nullable String hint) {
        this.type = type;
        this.exitCode = exitCode;
        this.hint = hint;
    }

    /**
     * The kind of a failure.
     *
     * @param failure what was thrown
     * @return its kind
     */
    public static FailureKind of(Throwable failure) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.isInstance(failure))
                .findFirst()
                .orElse(UNEXPECTED);
    }

    /**
     * What the process ends with.
     *
     * @return the exit code
     */
    public int exitCode() {
        return exitCode;
    }

    /**
     * What to do about it.
     *
     * @return the hint, or null if there is nothing to do
     */
    public @Nullable String hint() {
        return hint;
    }

    /**
     * What programs call it.
     *
     * @return the name in JSON
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
