package dev.wharf.failure;

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

    WharfException(String message, @Nullable Throwable cause) {
        super(message);
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
}
