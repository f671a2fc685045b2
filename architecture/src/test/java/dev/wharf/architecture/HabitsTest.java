package dev.wharf.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.wharf.failure.WharfException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HabitsTest {
    @Test
    void names_say_what_a_thing_is() {
        Habits.NAMES_SAY_WHAT_A_THING_IS.check(FloorPlan.shipped());
    }

    @Test
    void only_the_wire_records_know_the_json() {
        Habits.ONLY_THE_WIRE_RECORDS_KNOW_THE_JSON.check(FloorPlan.shipped());
    }

    @Test
    void ports_are_interfaces() {
        Habits.PORTS_ARE_INTERFACES.check(FloorPlan.shipped());
    }

    @Test
    void failures_are_one_sealed_hierarchy() {
        Habits.FAILURES_ARE_ONE_SEALED_HIERARCHY.check(FloorPlan.shipped());
        assertThat(Habits.permittedFailures())
                .isEqualTo(FloorPlan.shipped().stream()
                        .filter(c -> c.isAssignableTo(WharfException.class) && !c.isEquivalentTo(WharfException.class))
                        .map(JavaClass::reflect)
                        .collect(Collectors.toSet()));
    }

    @Test
    void what_implements_a_port_in_core_is_hidden_unless_it_decorates() {
        Habits.WHAT_IMPLEMENTS_A_PORT_IN_CORE_IS_HIDDEN_UNLESS_IT_DECORATES.check(FloorPlan.shipped());
    }

    @Test
    void nothing_public_in_core_is_there_to_be_extended() {
        Habits.NOTHING_PUBLIC_IN_CORE_IS_THERE_TO_BE_EXTENDED.check(FloorPlan.shipped());
    }

    @Test
    void every_package_is_null_marked() {
        assertThat(Habits.packagesThatAreNotNullMarked(FloorPlan.shipped())).isEmpty();
    }

    @Test
    void standard_streams_belong_to_the_apps() {
        Habits.STANDARD_STREAMS_BELONG_TO_THE_APPS.check(FloorPlan.shipped());
    }

    @Test
    void nobody_prints_stack_traces_logs_with_the_jdk_or_sleeps() {
        Habits.NOBODY_PRINTS_STACK_TRACES.check(FloorPlan.shipped());
        Habits.NOBODY_LOGS_WITH_THE_JDK.check(FloorPlan.shipped());
        Habits.NOBODY_SLEEPS.check(FloorPlan.shipped());
    }
}
