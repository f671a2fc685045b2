package dev.wharf.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is deliberately not there, as {@code ARCHITECTURE.md} says beside each part. */
final class Absences {
    /** What others build on. */
    static final String[] PUBLISHED = {
        "dev.wharf.model..",
        "dev.wharf.failure..",
        "dev.wharf.port..",
        "dev.wharf.packaging",
        "dev.wharf.packaging.check..",
        "dev.wharf.packaging.diff..",
        "dev.wharf.packaging.selection..",
        "dev.wharf.integrity..",
        "dev.wharf.caching..",
        "dev.wharf.settling..",
        "dev.wharf.registry..",
        "dev.wharf.gateway..",
        "dev.wharf.deployment..",
        "dev.wharf.filesystem..",
        "dev.wharf.jdbc..",
        "dev.wharf.http",
        "dev.wharf.http.resilience..",
        "dev.wharf.http.network..",
        "dev.wharf.cache.."
    };

    /** What may change at any time. */
    static final String[] OURS_ALONE = {
        "dev.wharf.packaging.text..", "dev.wharf.http.wire..", FloorPlan.CLI, FloorPlan.SERVER
    };

    static final ArchRule CORE_READS_NO_ENVIRONMENT = noClasses()
            .that()
            .resideInAnyPackage(FloorPlan.CORE)
            .should(use("read the environment", target -> target.getFullName()
                    .matches("java\\.lang\\.System\\.(getenv|getProperty|getProperties)\\(.*")));

    static final ArchRule CORE_HAS_NO_THREADS_OUTSIDE_PACKAGING = noClasses()
            .that(resideInAnyPackage(FloorPlan.CORE).and(outside("dev.wharf.packaging..")))
            .should(use("start threads", target -> target.getFullName()
                    .matches("java\\.lang\\.Thread\\.(<init>|start|of\\w+)\\(.*"
                            + "|java\\.util\\.concurrent\\.(Executors|ForkJoinPool|CompletableFuture)\\..*Async\\(.*"
                            + "|java\\.util\\.concurrent\\.(Executors|ForkJoinPool)\\..*"
                            + "|java\\.util\\.Collection\\.parallelStream\\(.*"
                            + "|java\\.util\\.stream\\.\\w+\\.parallel\\(.*")));

    static final ArchRule ONLY_FILESYSTEM_STARTS_PROGRAMS = noClasses()
            .that(outside(FloorPlan.FILESYSTEM, FloorPlan.TESTKIT))
            .should(use("start programs", target -> target.getFullName()
                    .matches("java\\.lang\\.(ProcessBuilder\\.<init>|Runtime\\.exec)\\(.*")));

    static final ArchRule ONLY_JDBC_KNOWS_SQL = noClasses()
            .that(outside(FloorPlan.JDBC))
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql.."));

    static final ArchRule ONLY_THE_SERVER_LOGS =
            noClasses().that(outside(FloorPlan.SERVER)).should().dependOnClassesThat(resideInAnyPackage("org.slf4j.."));

    static final ArchRule THE_COMMAND_LINE_HAS_NO_CONTAINER = noClasses()
            .that()
            .resideInAPackage(FloorPlan.CLI)
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.micronaut.."));

    static final ArchRule THE_CACHE_OPENS_NO_FILE_AND_NO_CONNECTION = noClasses()
            .that()
            .resideInAPackage(FloorPlan.CACHE)
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.nio.file..", "java.net.."));

    static final ArchRule FILES_AND_CATALOGS_OPEN_NO_CONNECTION_TO_A_HOST = noClasses()
            .that()
            .resideInAnyPackage(FloorPlan.FILESYSTEM, FloorPlan.JDBC)
            .should()
            .dependOnClassesThat(DescribedPredicate.describe("open connections", type -> type.getName()
                    .matches("java\\.net\\.(\\w*Socket\\w*|URLConnection|HttpURLConnection|http\\..*)")));

    static final ArchRule ENDPOINTS_SEE_AN_ACCOUNT_AND_NOTHING_BEHIND_IT = noClasses()
            .that()
            .resideInAPackage("dev.wharf.server.api..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "dev.wharf.registry..",
                    "dev.wharf.gateway..",
                    FloorPlan.JDBC,
                    FloorPlan.FILESYSTEM,
                    FloorPlan.CACHE));

    static final ArchRule WHAT_IS_PUBLISHED_SHOWS_NOTHING_THAT_MAY_CHANGE =
            classes().that().resideInAnyPackage(PUBLISHED).and().arePublic().should(showNothingThatMayChange());

    private Absences() {}

    private static DescribedPredicate<JavaClass> outside(String... packages) {
        return DescribedPredicate.not(resideInAnyPackage(packages));
    }

    private static ArchCondition<JavaClass> use(String description, Predicate<AccessTarget> predicate) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (JavaAccess<?> access : item.getAccessesFromSelf()) {
                    if (predicate.test(access.getTarget())) {
                        events.add(SimpleConditionEvent.satisfied(item, access.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> showNothingThatMayChange() {
        DescribedPredicate<JavaClass> mayChange = resideInAnyPackage(OURS_ALONE);
        return new ArchCondition<>("show no type of a package that may change at any time") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (JavaCodeUnit each : item.getCodeUnits()) {
                    if (each.getModifiers().contains(JavaModifier.PUBLIC)) {
                        Stream.concat(Stream.of(each.getRawReturnType()), each.getRawParameterTypes().stream())
                                .map(JavaClass::getBaseComponentType)
                                .filter(mayChange)
                                .forEach(type -> events.add(SimpleConditionEvent.violated(
                                        item, each.getFullName() + " shows " + type.getName())));
                    }
                }
            }
        };
    }
}
