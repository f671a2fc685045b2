package dev.wharf.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A failure that callers can act on. The message says, in words a user can act on, what is wrong and what to do; it holds
 * no secret, no path and no other internals, and so may be shown to anybody.
 */
public abstract sealed class WharfException extends RuntimeException
        permits BindingConflictException,
                ChangedMeanwhileException,
                ConflictException,
                IntegrityException,
                InterruptedTransferException,
                InvalidArchiveException,
                InvalidProjectException,
                InvalidRequestException,
                NotAllowedException,
                NotAuthenticatedException,
                NotFoundException,
                PackageInUseException,
                RateLimitedException,
                StorageException,
                TooLargeException,
                UnavailableException,
                UnexpectedAnswerException,
                UploadKeyReusedException {
    private static final long serialVersionUID = 1L;

    /** Of a kind that can be written with the failure. */
    private final ArrayList<String> lines;

    WharfException(String message, @Nullable Throwable cause) {
        this(List.of(message), cause);
    }

    WharfException(List<String> lines, @Nullable Throwable cause) {
        super(String.join("\n", lines));
        this.lines = new ArrayList<>(lines);
        if (cause != null) {
            initCause(cause);
        }
    }

    /**
     * What is wrong and what to do.
     *
     * @return the message, never null
     */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /**
     * The message in the lines that it was written in, most often one. A line break within one of them belongs to a name or a text of
     * somebody else's that the message tells, and is to be shown as one character of it, so that no name can pass for a message.
     *
     * @return the lines, at least one
     */
    public List<String> lines() {
        return List.copyOf(lines);
    }
}
