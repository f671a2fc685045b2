package dev.wharf.gateway;

import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.InterruptedTransferException;
import dev.wharf.failure.RateLimitedException;
import dev.wharf.failure.StorageException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.UnexpectedAnswerException;
import dev.wharf.failure.WharfException;
import dev.wharf.gateway.BegunChanges.Intent;
import dev.wharf.gateway.BegunChanges.Start;
import dev.wharf.model.AuditEntry.Action;
import dev.wharf.model.BegunChange;
import dev.wharf.model.KeyedUpload;
import dev.wharf.model.Sha256;
import dev.wharf.registry.Changes;
import dev.wharf.registry.Changes.Recorded;
import dev.wharf.registry.Permissions;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Records what one caller changes in the account behind a gateway: that it is begun, and once it is made. */
final class Recorder {
    private final Changes changes;
    private final BegunChanges begunChanges;
    private final Permissions permissions;

    Recorder(Changes changes, BegunChanges begunChanges, Permissions permissions) {
        this.changes = changes;
        this.begunChanges = begunChanges;
        this.permissions = permissions;
    }

    /**
     * Makes something that may have been made before.
     *
     * @param send makes it
     * @param again what is answered if it was made before
     * @param subject the identifier of what was made
     * @param undo what is done if it cannot be recorded whose it is: it would be nobody's
     */
    <T> T makingOnce(
            Intent intent,
            Supplier<T> send,
            Function<KeyedUpload, T> again,
            Function<T, String> subject,
            @Nullable String detail,
            Consumer<T> undo) {
        Start start = begunChanges.begin(permissions.user(), intent);
        BegunChange begun = start.begun();
        return begun == null
                ? again.apply(Objects.requireNonNull(start.before()))
                : made(begun, send, subject, detail, undo);
    }

    /** Changes something that is there. */
    <T> T changing(Intent intent, Supplier<T> send, @Nullable String detail) {
        BegunChange begun = Objects.requireNonNull(
                begunChanges.begin(permissions.user(), intent).begun());
        return made(begun, send, done -> Objects.requireNonNull(intent.subject()), detail, null);
    }

    /** Records what was not written down before. */
    void made(Action action, String subject, @Nullable Sha256 from, @Nullable Sha256 to, @Nullable String detail) {
        recording(subject, change -> change.record(action, subject, from, to, detail));
    }

    private <T> T made(
            BegunChange begun,
            Supplier<T> send,
            Function<T, String> subject,
            @Nullable String detail,
            @Nullable Consumer<T> undo) {
        try {
            T done = sent(begun, send);
            String id = subject.apply(done);
            try {
                recording(id, change -> record(change, begun, id, detail));
            } catch (StorageException e) {
                throw undo == null ? e : undone(e, () -> undo.accept(done));
            }
            return done;
        } finally {
            begunChanges.end(begun);
        }
    }

    private static StorageException undone(StorageException unrecorded, Runnable undo) {
        try {
            undo.run();
        } catch (WharfException leftBehind) {
            unrecorded.addSuppressed(leftBehind);
            return unrecorded;
        }
        return new StorageException(
                "The upload could not be recorded, so its package was deleted again.",
                "Ask the gateway's operator to check its data directory.",
                unrecorded);
    }

    /** What is not known to have failed stays open, and is settled later. */
    private <T> T sent(BegunChange begun, Supplier<T> send) {
        try {
            return send.get();
        } catch (WharfException e) {
            if (provesNothingMade(e, begun)) {
                forget(begun, e);
            }
            throw e;
        }
    }

    /** Of a change that is repeated while its answers are lost, the last may be refused for being one too many. */
    private static boolean provesNothingMade(WharfException failure, BegunChange begun) {
        if (failure instanceof RateLimitedException) {
            return begun.action() == Action.PACKAGE_CREATED;
        }
        return !(failure instanceof UnavailableException
                || failure instanceof UnexpectedAnswerException
                || failure instanceof IntegrityException
                || failure instanceof InterruptedTransferException
                || failure instanceof StorageException);
    }

    private void forget(BegunChange begun, WharfException refusal) {
        try {
            changes.run(begun.user(), change -> change.catalog().begun().settle(begun.id()));
        } catch (StorageException staysOpen) {
            refusal.addSuppressed(staysOpen);
        }
    }

    private static void record(Recorded change, BegunChange begun, String subject, @Nullable String detail) {
        if (change.catalog().begun().settle(begun.id()) || !OpenChanges.isRecorded(change.catalog(), begun, subject)) {
            OpenChanges.record(change, begun, subject, detail);
        }
    }

    private void recording(String subject, Consumer<Recorded> work) {
        try {
            changes.run(permissions.user(), change -> {
                work.accept(change);
                return subject;
            });
        } catch (StorageException e) {
            throw new StorageException(
                    "The change of " + subject
                            + " was made in the account behind this gateway, but could not be recorded. "
                            + e.getMessage(),
                    "Ask the gateway's operator to check its data directory.",
                    e);
        }
    }
}
