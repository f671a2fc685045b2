package dev.wharf.model;

import dev.wharf.failure.InvalidRequestException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One deploy, as a journal has it. It holds names of settings and configuration keys, never a value.
 *
 * @param id names the deploy; what is written later under the same id replaces what was written before
 * @param at when it began
 * @param user who deployed; null if the account does not tell
 * @param destination the destination's name
 * @param connectionName the connection's name
 * @param connectionId the connection; null as long as there is none
 * @param packageId the package it runs after the deploy, or ran before if the deploy failed; null if there is none
 * @param state how far it got
 * @param from the hash of what ran before; null if nothing did, or if the account does not tell
 * @param to the hash of what was deployed
 * @param source what it was built from; null if that is not known
 * @param settings what was asked for beside the archive, by name; what it {@linkplain RanWith ran with}, and how far its
 *     {@linkplain UploadMark upload} is
 * @param note what else there is to say; null if nothing
 */
public record DeployRecord(
        String id,
        Instant at,
        @Nullable UserId user,
        DestinationName destination,
        ConnectionName connectionName,
        @Nullable ConnectionId connectionId,
        @Nullable PackageId packageId,
        State state,
        @Nullable Sha256 from,
        Sha256 to,
        @Nullable SourceRevision source,
        List<String> settings,
        @Nullable String note) {
    /** How far a deploy can get. */
    public enum State {
        /** It is under way, or ended without a word: then the account may be as before, as asked, or between. */
        BEGUN,
        /** The connection is new, and so is its package. */
        CREATED,
        /** The file of the connection's package was replaced, or its settings changed. */
        UPDATED,
        /** The connection was given a new package. */
        REPOINTED,
        /** All was as asked for already. */
        UNCHANGED,
        /** What ran earlier runs again. */
        ROLLED_BACK,
        /** It failed, and the account is as it was. */
        UNDONE,
        /** It failed, and not all could be undone. */
        FAILED;

        /**
         * Whether the connection runs what was deployed since.
         *
         * @return true for what succeeded
         */
        public boolean succeeded() {
            return this != BEGUN && this != UNDONE && this != FAILED;
        }
    }

    /** The longest a deploy's id, or a name of version control's, may be. */
    static final int MAX_WORD = 200;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    static final int MAX_SETTINGS = 300;
    private static final int MAX_NOTE = 1000;

    /**
     * Copies the list, and bounds what journals of others may be sent.
     *
     * @param id names the deploy
     * @param at when it began
     * @param user who deployed
     * @param destination the destination's name
     * @param connectionName the connection's name
     * @param connectionId the connection
     * @param packageId the package it runs
     * @param state how far it got
     * @param from the hash of what ran before
     * @param to the hash of what was deployed
     * @param source what it was built from
     * @param settings what was asked for beside the archive, by name
     * @param note what else there is to say; shortened if it is long
     * @throws InvalidRequestException if the id, a name or the list is too long
     */
    public DeployRecord {
        settings = List.copyOf(settings);
        if (!ID.matcher(id).matches()) {
            throw new InvalidRequestException("A deploy's id has at most 100 letters, digits, '-' and '_'.");
        }
        settings.forEach(DeployRecord::check);
        if (source != null) {
            check(source.commit());
            check(source.branch());
        }
        if (settings.size() > MAX_SETTINGS) {
            throw new InvalidRequestException("A deploy names at most " + MAX_SETTINGS + " settings.");
        }
        note = note == null || note.length() <= MAX_NOTE ? note : note.substring(0, MAX_NOTE);
    }

    /**
     * The same deploy, further on.
     *
     * @param reached how far it is
     * @param connection the connection; null as long as there is none
     * @param packageNow the package it runs; null if there is none
     * @param said what there is to say; null if nothing
     * @return the record that replaces this one
     */
    public DeployRecord reaching(
            State reached, @Nullable ConnectionId connection, @Nullable PackageId packageNow, @Nullable String said) {
        return new DeployRecord(
                id,
                at,
                user,
                destination,
                connectionName,
                connection,
                packageNow,
                reached,
                from,
                to,
                source,
                settings,
                said);
    }

    /**
     * The same deploy, of which it is known what the connection had in the end.
     *
     * @param had what it ran with
     * @return the record
     */
    public DeployRecord with(RanWith had) {
        return with(had.among(settings));
    }

    /**
     * The same deploy, of which it is known how far its upload is.
     *
     * @param mark how far it is
     * @return the record
     */
    public DeployRecord uploading(UploadMark mark) {
        return with(mark.among(settings));
    }

    private DeployRecord with(List<String> words) {
        return new DeployRecord(
                id,
                at,
                user,
                destination,
                connectionName,
                connectionId,
                packageId,
                state,
                from,
                to,
                source,
                words,
                note);
    }

    private static void check(@Nullable String word) {
        if (word != null && (word.isEmpty() || word.length() > MAX_WORD)) {
            throw new InvalidRequestException(
                    "A deploy's commit, branch or setting has 1 to " + MAX_WORD + " characters.");
        }
    }

    /**
     * The same deploy, known to be somebody's.
     *
     * @param deployer who deployed
     * @return the record
     */
    public DeployRecord by(UserId deployer) {
        return new DeployRecord(
                id,
                at,
                deployer,
                destination,
                connectionName,
                connectionId,
                packageId,
                state,
                from,
                to,
                source,
                settings,
                note);
    }
}
