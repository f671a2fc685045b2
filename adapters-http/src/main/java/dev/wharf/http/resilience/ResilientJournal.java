package dev.wharf.http.resilience;

import dev.wharf.model.ConnectionId;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.DeployJournal;
import java.util.List;
import java.util.Optional;

/** A journal on a bad day. Writing the same twice is writing it once. */
final class ResilientJournal implements DeployJournal {
    private final Calls calls;

    ResilientJournal(Calls calls) {
        this.calls = calls;
    }

    @Override
    public void write(DeployRecord entry) {
        calls.call("write the journal", Calls.WHEN_IT_MAY_PASS, attempt -> {
            attempt.account().journal().write(entry);
            return entry;
        });
    }

    @Override
    public List<DeployRecord> list(ConnectionId connection) {
        return calls.call("read the journal", Calls.WHEN_IT_MAY_PASS, attempt -> attempt.account()
                .journal()
                .list(connection));
    }

    @Override
    public Optional<ArchiveDownload> openArchive(Sha256 sha256) {
        return calls.call("open archive " + sha256, Calls.WHEN_IT_MAY_PASS, attempt -> attempt.account()
                .journal()
                .openArchive(sha256));
    }
}
