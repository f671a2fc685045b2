package dev.wharf.registry;

import dev.wharf.failure.StorageException;
import dev.wharf.failure.WharfException;
import dev.wharf.model.Connection;
import dev.wharf.model.PackageId;
import dev.wharf.model.SetupTest;
import dev.wharf.model.SetupTest.Status;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.catalog.CatalogReads;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The setup tests of a hosted registry: what it can see for itself, and for what only a running connector could tell, the outcome its
 * operator has decided on. An archive whose bytes are those that were taken in is valid: nothing else is taken in.
 */
final class SetupTests {
    private static final String SIMULATED =
            "Simulated. This registry runs no connectors, and is configured to give this result.";

    private final CatalogReads catalog;
    private final ArchiveStore archives;
    private final SetupTestSettings settings;

    SetupTests(CatalogReads catalog, ArchiveStore archives, SetupTestSettings settings) {
        this.catalog = catalog;
        this.archives = archives;
        this.settings = settings;
    }

    /** Runs them all; a test that fails is a result and no failure. */
    List<SetupTest> run(Connection connection) {
        SetupTestOutcome outcome = settings.of(connection.name().value());
        return outcome == SetupTestOutcome.OFF
                ? List.of()
                : List.of(
                        destination(connection),
                        archive(connection.packageId()),
                        python(connection.pythonVersion()),
                        simulated(outcome));
    }

    private SetupTest destination(Connection connection) {
        return looked("Destination", () -> {
            boolean there = catalog.destinations()
                    .find(Objects.requireNonNull(connection.destinationId()))
                    .isPresent();
            return there ? null : "The destination was deleted. Create the connection again in another one.";
        });
    }

    private SetupTest archive(@Nullable PackageId packageId) {
        return looked("Package", () -> {
            if (packageId == null) {
                return "The connection has no package. Update it with a package_id.";
            }
            Sha256 sha256 = Objects.requireNonNull(
                    HostedPackages.find(catalog.packages(), packageId).sha256());
            boolean there = archives.find(sha256).isPresent();
            return there ? null : "The package's archive is missing. Update the package with its file.";
        });
    }

    /** Runs a test that tells what is wrong, or null; where one cannot look, that is no verdict on the connection. */
    private static SetupTest looked(String title, Supplier<@Nullable String> test) {
        try {
            String wrong = test.get();
            return result(title, wrong == null ? Status.PASSED : Status.FAILED, wrong);
        } catch (StorageException e) {
            return result(title, Status.JOB_FAILED, e.getMessage());
        } catch (WharfException e) {
            return result(title, Status.FAILED, e.getMessage());
        }
    }

    private static SetupTest python(@Nullable String version) {
        boolean plausible = version == null || SettingsRules.isPython(version);
        return result(
                "Python version",
                plausible ? Status.PASSED : Status.FAILED,
                plausible ? null : "The Python version must look like 3.13. Update the connection's python_version.");
    }

    private static SetupTest simulated(SetupTestOutcome outcome) {
        Status status =
                switch (outcome) {
                    case PASS -> Status.PASSED;
                    case WARN -> Status.WARNING;
                    case FAIL -> Status.FAILED;
                    case JOB_FAIL -> Status.JOB_FAILED;
                    case OFF -> Status.SKIPPED;
                };
        return result("Connector", status, SIMULATED);
    }

    private static SetupTest result(String title, Status status, @Nullable String message) {
        return new SetupTest(title, status, message);
    }
}
