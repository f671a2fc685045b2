package dev.wharf.deployment;

import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.mock;

import dev.wharf.deployment.DeployRequest.Way;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.DeployRecord.State;
import dev.wharf.model.PackageId;
import dev.wharf.port.PackageRegistry;
import dev.wharf.testkit.InMemoryJournal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Deploys that are killed at a certain point, and the one after them. */
abstract class KilledDeployments {
    final Quay quay = new Quay();
    final InMemoryJournal journal = new InMemoryJournal();
    final List<String> remarks = new ArrayList<>();
    Instant now = Instant.now();

    /** What no deploy survives: it is no failure that could be undone. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    class DiesAt implements DeployListener {
        private final Class<? extends DeployStep> last;

        DiesAt(Class<? extends DeployStep> last) {
            this.last = last;
        }

        @Override
        public void begins(DeployStep step) {
            if (last.isInstance(step)) {
                throw new Killed();
            }
        }

        @Override
        public void remarks(String text) {
            remarks.add(text);
        }
    }

    Deployment deployment(DeployListener listener) {
        return new Deployment(quay.account, quay.kept, journal, InstantSource.fixed(now), listener);
    }

    void killedAt(Class<? extends DeployStep> step, String comment, Way way) {
        try {
            deployment(new DiesAt(step))
                    .deploy(
                            Quay.archive(comment),
                            quay.request(ConnectionSettings.NONE).by(way));
        } catch (Killed e) {
            return;
        }
        throw new AssertionError("it was not killed at " + step);
    }

    DeployResult again(String comment, Way way) {
        DeployListener listener = new DiesAt(DeployStep.RunSetupTests.class);
        return deployment(listener)
                .deploy(
                        Quay.archive(comment),
                        quay.request(ConnectionSettings.NONE).by(way));
    }

    PackageId newest(List<PackageId> there) {
        return quay.packages().stream()
                .map(ConnectorPackage::id)
                .filter(id -> !there.contains(id))
                .findFirst()
                .orElseThrow();
    }

    PackageId runs() {
        return Objects.requireNonNull(quay.onlyConnection().packageId());
    }

    boolean isThere(PackageId id) {
        return quay.packages().stream().anyMatch(each -> each.id().equals(id));
    }

    List<DeployRecord> open() {
        return journal.list(quay.onlyConnection().id()).stream()
                .filter(entry -> entry.state() == State.BEGUN && entry.note() == null)
                .toList();
    }

    PackageRegistry packages() {
        return mock(PackageRegistry.class, delegatesTo(quay.account.packages()));
    }
}
