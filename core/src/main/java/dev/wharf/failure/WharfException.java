package dev.wharf.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A failure that callers can act on. It says what is wrong, and, apart from that, what to do about it. Neither holds a secret, a
 * path or other internals, so both may be shown to anybody.
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

    private final @Nullable String hint;

    WharfException(String problem, @Nullable String hint, @Nullable Throwable cause) {
        this(List.of(problem), hint, cause);
    }

    WharfException(List<String> lines, @Nullable String hint, @Nullable Throwable cause) {
        super(String.join("\n", lines) + (hint == null ? "" : " " + hint));
        this.lines = new ArrayList<>(lines);
        this.hint = hint;
        if (cause != null) {
            initCause(cause);
        }
    }

    /**
     * What is wrong and what to do, in one text.
     *
     * @return the problem, and after a space the hint, if there is one
     */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /**
     * What is wrong, without what to do.
     *
     * @return the problem's lines, joined
     */
    public String problem() {
        return String.join("\n", lines);
    }

    /**
     * The problem in the lines that it was written in, most often one. A line break within one of them belongs to a name or a text of
     * somebody else's in the message. Show it as one character, so that no name can pass for a message.
     *
     * @return the lines, at least one
     */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /**
     * What to do about it.
     *
     * @return one sentence or more; null if this failure does not know better than its type does
     */
    public @Nullable String hint() {
        return hint;
    }
}
