package dev.wharf.deployment;

import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.model.UploadMark;
import dev.wharf.port.DeployJournal;
import org.jspecify.annotations.Nullable;

/**
 * What a deploy writes down about its upload while it is made, and what it finds of uploads before it. A deploy that is killed can be
 * asked nothing any more: by its record the next one knows which package is its, and touches no other.
 */
final class UploadTrace {
    private final DeployJournal journal;
    private final DeployRecord begun;
    private final Leftovers leftovers;

    UploadTrace(DeployJournal journal, DeployRecord begun, Leftovers leftovers) {
        this.journal = journal;
        this.begun = begun;
        this.leftovers = leftovers;
    }

    /** A package that an earlier deploy uploaded; null if there is none. */
    @Nullable
    ConnectorPackage usable(Sha256 wanted) {
        return leftovers.usable(wanted);
    }

    /** The file is sent after this. */
    void sends() {
        write(UploadMark.SENDING);
    }

    /** The package was made; nothing runs it before this returns. */
    void made(PackageId id) {
        write(new UploadMark(id));
    }

    private void write(UploadMark mark) {
        journal.write(begun.uploading(mark));
    }
}
