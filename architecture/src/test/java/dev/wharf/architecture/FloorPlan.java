package dev.wharf.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Where everything has its place. A new module or a new package of core is entered here first. */
final class FloorPlan {
    static final String[] CORE = {
        "dev.wharf.model..",
        "dev.wharf.port..",
        "dev.wharf.packaging..",
        "dev.wharf.integrity..",
        "dev.wharf.caching..",
        "dev.wharf.settling..",
        "dev.wharf.registry..",
        "dev.wharf.gateway..",
        "dev.wharf.deployment..",
        "dev.wharf.failure.."
    };
    static final String FILESYSTEM = "dev.wharf.filesystem..";
    static final String CACHE = "dev.wharf.cache..";
    static final String JDBC = "dev.wharf.jdbc..";
    static final String HTTP = "dev.wharf.http..";
    static final String S3 = "dev.wharf.s3..";
    static final String CLI = "dev.wharf.cli..";
    static final String SERVER = "dev.wharf.server..";
    static final String TESTKIT = "dev.wharf.testkit";
    static final String CATALOG_KIT = "dev.wharf.testkit.catalog..";
    static final String TEST_SERVER = "dev.wharf.testkit.server..";

    /** Every class that is shipped, and the testkits', but no tests and no fixtures. */
    private static final JavaClasses SHIPPED = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.wharf");

    private FloorPlan() {}

    static JavaClasses shipped() {
        return SHIPPED;
    }

    /** What a code generator of the build wrote is not ours to name or to shape. */
    static boolean isGenerated(JavaClass javaClass) {
        return javaClass.getSimpleName().startsWith("$") || javaClass.getName().contains(".$");
    }
}
