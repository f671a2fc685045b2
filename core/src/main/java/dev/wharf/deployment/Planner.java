package dev.wharf.deployment;

import dev.wharf.deployment.DeployRequest.Way;
import dev.wharf.deployment.DeployResult.Outcome;
import dev.wharf.deployment.DeployStep.ChangeConnection;
import dev.wharf.deployment.DeployStep.DeletePrevious;
import dev.wharf.deployment.DeployStep.KeepPresent;
import dev.wharf.deployment.DeployStep.MakeConnection;
import dev.wharf.deployment.DeployStep.MakeDestination;
import dev.wharf.deployment.DeployStep.Replace;
import dev.wharf.deployment.DeployStep.RunSetupTests;
import dev.wharf.deployment.DeployStep.Upload;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.NotFoundException.Resource;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.port.StoredArchive;
import java.util.ArrayList;
import java.util.List;

/** Decides what a deploy has to do. */
final class Planner {
    private final AccountState before;
    private final StoredArchive archive;
    private final DeployRequest request;
    private final WantedSettings wanted;
    private final List<DeployStep> steps = new ArrayList<>();

    private Planner(AccountState before, StoredArchive archive, DeployRequest request) {
        this.before = before;
        this.archive = archive;
        this.request = request;
        this.wanted = WantedSettings.of(request.settings());
    }

    static DeployPlan plan(AccountState before, StoredArchive archive, DeployRequest request) {
        return new Planner(before, archive, request).plan();
    }

    private DeployPlan plan() {
        Outcome outcome = decide();
        if (request.runSetupTests()) {
            steps.add(new RunSetupTests(request.connection()));
        }
        Connection connection = before.connection();
        return new DeployPlan(
                outcome,
                steps,
                connection,
                before.sha256(),
                archive.sha256(),
                KeyChanges.between(
                        connection == null ? List.of() : connection.secretKeys(),
                        request.settings().secrets()));
    }

    private Outcome decide() {
        Connection connection = before.connection();
        if (connection == null) {
            if (request.rollback()) {
                throw new NotFoundException(
                        Resource.CONNECTION, "There is no connection " + request.connection() + " to roll back.");
            }
            return create();
        }
        WantedSettings missing = wanted.missingIn(connection);
        ConnectorPackage bound = before.bound();
        if (bound == null) {
            upload();
            steps.add(new ChangeConnection(connection.id(), missing.asked(), true));
            return done(Outcome.UPDATED);
        }
        boolean sameFile = archive.sha256().equals(bound.sha256());
        if (sameFile && missing.isNothing()) {
            return Outcome.UNCHANGED;
        }
        if (!sameFile) {
            refuseForOthers(bound);
            steps.add(new KeepPresent(bound.id(), bound.sha256()));
            if (request.way() == Way.REPOINT) {
                return repoint(connection, missing, bound);
            }
            steps.add(new Replace(bound.id(), bound.sha256(), archive.sha256(), archive.length(), before.others()));
        }
        if (!missing.isNothing()) {
            steps.add(new ChangeConnection(connection.id(), missing.asked(), false));
        }
        return done(Outcome.UPDATED);
    }

    private Outcome create() {
        request.connection().checkForm();
        if (before.destination() == null) {
            steps.add(new MakeDestination(request.destination()));
        }
        upload();
        steps.add(new MakeConnection(request.connection(), wanted.asked()));
        return done(Outcome.CREATED);
    }

    private Outcome repoint(Connection connection, WantedSettings missing, ConnectorPackage bound) {
        upload();
        steps.add(new ChangeConnection(connection.id(), missing.asked(), true));
        if (before.others().isEmpty()) {
            steps.add(new DeletePrevious(bound.id()));
        }
        return done(Outcome.REPOINTED);
    }

    /** What others run is theirs as well: it changes on purpose, or not at all. */
    private void refuseForOthers(ConnectorPackage bound) {
        if (request.way() == Way.REPOINT || request.way() == Way.SHARED) {
            return;
        }
        String doubt = before.doubt();
        if (!before.others().isEmpty()) {
            throw SharedPackage.refusal(bound.id(), before.others());
        }
        if (doubt != null) {
            throw SharedPackage.refusalInDoubt(bound.id(), doubt);
        }
    }

    private void upload() {
        steps.add(new Upload(archive.sha256(), archive.length()));
    }

    private Outcome done(Outcome outcome) {
        return request.rollback() ? Outcome.ROLLED_BACK : outcome;
    }
}
