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
import picocli.CommandLine.ParameterException;

/** The one place that maps failures to exit codes and names for programs. */
public enum FailureKind {
    /** The command line makes no sense. */
    USAGE(ParameterException.class, 2),
    /** A value makes no sense. */
    INVALID_REQUEST(InvalidRequestException.class, 2),
    /** Nothing is so called. */
    NOT_FOUND(NotFoundException.class, 3),
    /** The package serves another connection. */
    BINDING_CONFLICT(BindingConflictException.class, 4),
    /** What is asked for contradicts what is there. */
    CONFLICT(ConflictException.class, 4),
    /** The package has another file than expected. */
    CHANGED_MEANWHILE(ChangedMeanwhileException.class, 4),
    /** The key of an upload stands for another. */
    UPLOAD_KEY_REUSED(UploadKeyReusedException.class, 4),
    /** A connection uses the package. */
    PACKAGE_IN_USE(PackageInUseException.class, 4),
    /** Bytes are not those they should be. */
    INTEGRITY(IntegrityException.class, 5),
    /** The credentials are missing or wrong. */
    NOT_AUTHENTICATED(NotAuthenticatedException.class, 6),
    /** The user may not do this. */
    NOT_ALLOWED(NotAllowedException.class, 6),
    /** Too many calls. */
    RATE_LIMITED(RateLimitedException.class, 7),
    /** The other side cannot answer. */
    UNAVAILABLE(UnavailableException.class, 7),
    /** A transfer broke off. */
    INTERRUPTED_TRANSFER(InterruptedTransferException.class, 7),
    /** The directory is no connector. */
    INVALID_PROJECT(InvalidProjectException.class, 8),
    /** The file is no connector package. */
    INVALID_ARCHIVE(InvalidArchiveException.class, 8),
    /** More than is allowed. */
    TOO_LARGE(TooLargeException.class, 8),
    /** The disk or the catalog failed. */
    STORAGE(StorageException.class, 1),
    /** An answer that cannot be understood. */
    UNEXPECTED_ANSWER(UnexpectedAnswerException.class, 1),
    /** Ctrl-C. */
    INTERRUPTED(CancelledException.class, 130),
    /** A mistake in this program. */
    UNEXPECTED(Throwable.class, 1);

    private final Class<? extends Throwable> type;
    private final int exitCode;

    FailureKind(Class<? extends Throwable> type, int exitCode) {
        this.type = type;
        this.exitCode = exitCode;
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
     * What programs call it.
     *
     * @return the name in JSON
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
