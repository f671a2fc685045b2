package dev.wharf.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** Who may know whom. */
final class Arrows {
    static final ArchRule POINT_INWARDS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("core")
            .definedBy(FloorPlan.CORE)
            .layer("file system")
            .definedBy(FloorPlan.FILESYSTEM)
            .layer("cache")
            .definedBy(FloorPlan.CACHE)
            .layer("jdbc")
            .definedBy(FloorPlan.JDBC)
            .layer("http")
            .definedBy(FloorPlan.HTTP)
            .optionalLayer("s3")
            .definedBy(FloorPlan.S3)
            .optionalLayer("command line")
            .definedBy(FloorPlan.CLI)
            .layer("server")
            .definedBy(FloorPlan.SERVER)
            .layer("testkit")
            .definedBy(FloorPlan.TESTKIT, FloorPlan.CATALOG_KIT)
            .layer("test server")
            .definedBy(FloorPlan.TEST_SERVER)
            .whereLayer("core")
            .mayNotAccessAnyLayer()
            .whereLayer("file system")
            .mayOnlyAccessLayers("core")
            .whereLayer("cache")
            .mayOnlyAccessLayers("core")
            .whereLayer("jdbc")
            .mayOnlyAccessLayers("core")
            .whereLayer("http")
            .mayOnlyAccessLayers("core")
            .whereLayer("s3")
            .mayOnlyAccessLayers("core")
            .whereLayer("testkit")
            .mayOnlyAccessLayers("core")
            .whereLayer("command line")
            .mayOnlyAccessLayers("core", "file system", "cache", "jdbc", "http", "s3")
            .whereLayer("server")
            .mayOnlyAccessLayers("core", "file system", "cache", "jdbc", "http", "s3")
            .whereLayer("test server")
            .mayOnlyAccessLayers("core", "file system", "jdbc", "http", "server", "testkit")
            .whereLayer("test server")
            .mayNotBeAccessedByAnyLayer();

    static final ArchRule EVERYTHING_HAS_ITS_PLACE = classes()
            .should()
            .resideInAnyPackage(Stream.concat(
                            Stream.of(FloorPlan.CORE),
                            Stream.of(
                                    FloorPlan.FILESYSTEM,
                                    FloorPlan.CACHE,
                                    FloorPlan.JDBC,
                                    FloorPlan.HTTP,
                                    FloorPlan.S3,
                                    FloorPlan.CLI,
                                    FloorPlan.SERVER,
                                    FloorPlan.TESTKIT,
                                    FloorPlan.CATALOG_KIT,
                                    FloorPlan.TEST_SERVER))
                    .toArray(String[]::new))
            .because("a class outside the floor plan escapes its rules");

    static final ArchRule CORE_KNOWS_ONLY_THE_JDK_AND_JSPECIFY = classes()
            .that()
            .resideInAnyPackage(FloorPlan.CORE)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(FloorPlan.CORE)
                    .or(resideInAnyPackage("java..", "javax.crypto..", "org.jspecify.annotations..")));

    static final ArchRule CORE_TOUCHES_NO_FILE_NO_NETWORK_NO_DATABASE = noClasses()
            .that()
            .resideInAnyPackage(FloorPlan.CORE)
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.nio.file..", "java.net..", "java.sql..", "javax.sql..")
                    .or(touchingFiles()));

    static final ArchRule MODULES_HAVE_NO_CYCLES =
            slices().matching("dev.wharf.(*)..").should().beFreeOfCycles();

    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.wharf.(**)").should().beFreeOfCycles();

    static final ArchRule FAILURES_KNOW_NOTHING_ELSE = noClasses()
            .that()
            .resideInAPackage("dev.wharf.failure..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.wharf..")
                    .and(DescribedPredicate.not(resideInAnyPackage("dev.wharf.failure.."))));

    static final ArchRule PORTS_KNOW_ONLY_VALUES_AND_FAILURES = classes()
            .that()
            .resideInAPackage("dev.wharf.port..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "dev.wharf.port..",
                    "dev.wharf.model..",
                    "dev.wharf.failure..",
                    "java..",
                    "org.jspecify.annotations.."));

    private Arrows() {}

    private static DescribedPredicate<JavaClass> touchingFiles() {
        return DescribedPredicate.describe(
                "touch files",
                c -> c.getName().matches("java\\.io\\.(File|File[A-Z]\\w*|RandomAccessFile)")
                                && !c.getName().equals("java.io.FileNotFoundException")
                        || c.getName().equals("java.nio.channels.FileChannel"));
    }
}
