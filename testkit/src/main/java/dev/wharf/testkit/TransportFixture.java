package dev.wharf.testkit;

import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Page;
import dev.wharf.port.Account;
import dev.wharf.port.PackageRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** What the parts of {@link TransportContract} run against. */
interface TransportFixture {
    byte[] ARCHIVE = SampleArchives.connector(incompressible(100_000));

    /** The way that fails as it is asked to. */
    FaultyNetwork network();

    /** The packages of the account by that way, verified. */
    PackageRegistry packages();

    Account connect(FaultyNetwork way, Duration deadline);

    Account direct();

    boolean resumesDownloads();

    /** The packages that there are, seen by the other way. */
    default List<ConnectorPackage> present() {
        return Page.<ConnectorPackage>collectAll(direct().packages()::list);
    }

    private static String incompressible(int length) {
        return new Random(7)
                .ints(length, ' ', '~')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
