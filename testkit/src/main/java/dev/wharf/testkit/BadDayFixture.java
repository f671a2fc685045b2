package dev.wharf.testkit;

import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Page;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.PackageRegistry;
import java.util.List;

/** What the parts of {@link BadDayContract} run against. */
interface BadDayFixture {
    int FOR_EVER = Integer.MAX_VALUE;
    byte[] BEFORE = SampleArchives.connector("before");
    byte[] AFTER = SampleArchives.connector("after");

    ScriptedServer server();

    /** By which the account waits and tells the time. */
    SkippingPace pace();

    /** The account's packages. */
    PackageRegistry packages();

    /** Makes a package of {@link #BEFORE}. */
    default ConnectorPackage create() {
        return packages().create(ArchiveSource.of(BEFORE));
    }

    /** The packages that there are. */
    default List<ConnectorPackage> present() {
        return Page.<ConnectorPackage>collectAll(packages()::list);
    }

    static CannedAnswer proxyPage(int status) {
        return CannedAnswer.of(status)
                .withHeader("Content-Type", "text/html")
                .withBody("<html><style>p{}</style><h1>Bad  gateway</h1></html>");
    }
}
