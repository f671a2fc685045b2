package dev.wharf.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.wharf.failure.wrong.StrayException;
import dev.wharf.model.wrong.Busybody;
import dev.wharf.model.wrong.PackageManager;
import dev.wharf.port.wrong.ConcretePort;
import dev.wharf.registry.wrong.OpenSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RulesCanFailTest {
    private static final JavaClasses WITH_FIXTURES = new ClassFileImporter().importPackages("dev.wharf");
    private static final String MANAGER = PackageManager.class.getName();
    private static final String KNOWS_PYTHON = "dev.wharf.packaging.secrets.wrong.KnowsPython";
    private static final String BUSYBODY = Busybody.class.getName();
    private static final String STRAY = StrayException.class.getName();

    static Stream<Arguments> rulesAndTheirOffenders() {
        return Stream.of(
                Arguments.of(Arrows.EVERYTHING_HAS_ITS_PLACE, "dev.wharf.elsewhere.Lost"),
                Arguments.of(Arrows.POINT_INWARDS, "dev.wharf.jdbc.wrong.KnowsAnotherAdapter"),
                Arguments.of(Arrows.CORE_KNOWS_ONLY_THE_JDK_AND_JSPECIFY, MANAGER),
                Arguments.of(Arrows.CORE_TOUCHES_NO_FILE_NO_NETWORK_NO_DATABASE, "java.nio.file.Files"),
                Arguments.of(Arrows.CORE_TOUCHES_NO_FILE_NO_NETWORK_NO_DATABASE, "java.io.File"),
                Arguments.of(Arrows.PORTS_KNOW_ONLY_VALUES_AND_FAILURES, ConcretePort.class.getName()),
                Arguments.of(Arrows.FAILURES_KNOW_NOTHING_ELSE, STRAY),
                Arguments.of(Rooms.USE_ONLY_WHAT_THE_PLAN_ALLOWS, MANAGER),
                Arguments.of(Rooms.PARTS_OF_PACKAGING_USE_ONLY_WHAT_THE_PLAN_ALLOWS, KNOWS_PYTHON),
                Arguments.of(Rooms.WHAT_READS_PROJECTS_IS_FOR_CHECKS_ONLY, "dev.wharf.registry.wrong.ReadsPython"),
                Arguments.of(Arrows.MODULES_HAVE_NO_CYCLES, MANAGER),
                Arguments.of(Arrows.PACKAGES_HAVE_NO_CYCLES, MANAGER),
                Arguments.of(Habits.NAMES_SAY_WHAT_A_THING_IS, MANAGER),
                Arguments.of(Habits.ONLY_THE_WIRE_RECORDS_KNOW_THE_JSON, MANAGER),
                Arguments.of(Habits.PORTS_ARE_INTERFACES, ConcretePort.class.getName()),
                Arguments.of(Habits.FAILURES_ARE_ONE_SEALED_HIERARCHY, STRAY),
                Arguments.of(
                        Habits.WHAT_IMPLEMENTS_A_PORT_IN_CORE_IS_HIDDEN_UNLESS_IT_DECORATES,
                        OpenSource.class.getName()),
                Arguments.of(Habits.NOTHING_PUBLIC_IN_CORE_IS_THERE_TO_BE_EXTENDED, MANAGER),
                Arguments.of(Habits.STANDARD_STREAMS_BELONG_TO_THE_APPS, MANAGER),
                Arguments.of(Habits.NOBODY_PRINTS_STACK_TRACES, MANAGER),
                Arguments.of(Habits.NOBODY_LOGS_WITH_THE_JDK, MANAGER),
                Arguments.of(Habits.NOBODY_SLEEPS, MANAGER),
                Arguments.of(Absences.CORE_READS_NO_ENVIRONMENT, BUSYBODY),
                Arguments.of(Absences.CORE_HAS_NO_THREADS_OUTSIDE_PACKAGING, BUSYBODY),
                Arguments.of(Absences.ONLY_FILESYSTEM_STARTS_PROGRAMS, BUSYBODY),
                Arguments.of(Absences.ONLY_JDBC_KNOWS_SQL, BUSYBODY),
                Arguments.of(Absences.ONLY_THE_SERVER_LOGS, BUSYBODY),
                Arguments.of(Absences.WHAT_IS_PUBLISHED_SHOWS_NOTHING_THAT_MAY_CHANGE, BUSYBODY),
                Arguments.of(Absences.THE_COMMAND_LINE_HAS_NO_CONTAINER, "dev.wharf.cli.wrong.Contained"),
                Arguments.of(Absences.THE_CACHE_OPENS_NO_FILE_AND_NO_CONNECTION, "dev.wharf.cache.wrong.Filed"),
                Arguments.of(Absences.FILES_AND_CATALOGS_OPEN_NO_CONNECTION_TO_A_HOST, "dev.wharf.jdbc.wrong.Remote"),
                Arguments.of(
                        Absences.ENDPOINTS_SEE_AN_ACCOUNT_AND_NOTHING_BEHIND_IT, "dev.wharf.server.api.wrong.Knowing"));
    }

    @ParameterizedTest
    @MethodSource("rulesAndTheirOffenders")
    void every_rule_finds_its_offender(ArchRule rule, String offender) {
        assertThat(rule.evaluate(WITH_FIXTURES).getFailureReport().toString()).contains(offender);
    }

    @Test
    void a_package_that_is_not_null_marked_is_found() {
        assertThat(Habits.packagesThatAreNotNullMarked(WITH_FIXTURES))
                .contains("dev.wharf.elsewhere", "dev.wharf.model.wrong");
    }
}
