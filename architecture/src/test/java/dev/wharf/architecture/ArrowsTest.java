package dev.wharf.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArrowsTest {
    @Test
    void all_modules_are_looked_at() {
        Set<String> roots = FloorPlan.shipped().stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.split("\\.")[2])
                .collect(Collectors.toSet());

        assertThat(roots)
                .contains("model", "port", "packaging", "integrity", "caching", "settling", "registry", "gateway")
                .contains("deployment", "failure")
                .contains("filesystem", "jdbc", "http", "server", "testkit")
                .doesNotContain("architecture");
    }

    @Test
    void every_class_has_its_place_on_the_floor_plan() {
        Arrows.EVERYTHING_HAS_ITS_PLACE.check(FloorPlan.shipped());
    }

    @Test
    void arrows_point_inwards_and_adapters_do_not_know_each_other() {
        Arrows.POINT_INWARDS.check(FloorPlan.shipped());
    }

    @Test
    void core_knows_only_the_jdk_and_jspecify() {
        Arrows.CORE_KNOWS_ONLY_THE_JDK_AND_JSPECIFY.check(FloorPlan.shipped());
    }

    @Test
    void core_touches_no_file_no_network_and_no_database() {
        Arrows.CORE_TOUCHES_NO_FILE_NO_NETWORK_NO_DATABASE.check(FloorPlan.shipped());
    }

    @Test
    void ports_know_only_values_and_failures() {
        Arrows.PORTS_KNOW_ONLY_VALUES_AND_FAILURES.check(FloorPlan.shipped());
    }

    @Test
    void failures_know_nothing_else() {
        Arrows.FAILURES_KNOW_NOTHING_ELSE.check(FloorPlan.shipped());
    }

    @Test
    void the_rooms_of_core_use_only_what_the_plan_allows() {
        Rooms.USE_ONLY_WHAT_THE_PLAN_ALLOWS.check(FloorPlan.shipped());
    }

    @Test
    void every_room_of_core_is_in_the_plan() {
        assertThat(Rooms.MAY_USE.keySet())
                .isEqualTo(Stream.of(FloorPlan.CORE)
                        .map(name -> name.replace("dev.wharf.", "").replace("..", ""))
                        .collect(Collectors.toSet()));
    }

    @Test
    void the_parts_of_packaging_use_only_what_the_plan_allows() {
        Rooms.PARTS_OF_PACKAGING_USE_ONLY_WHAT_THE_PLAN_ALLOWS.check(FloorPlan.shipped());
        Rooms.WHAT_READS_PROJECTS_IS_FOR_CHECKS_ONLY.check(FloorPlan.shipped());
    }

    @Test
    void every_part_of_packaging_is_in_the_plan() {
        String base = "dev.wharf.packaging";
        Set<String> parts = FloorPlan.shipped().stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.equals(base) || name.startsWith(base + "."))
                .map(name -> name.equals(base) ? "" : name.substring(base.length() + 1))
                .collect(Collectors.toSet());

        assertThat(Rooms.PACKAGING_MAY_USE.keySet()).isEqualTo(parts);
    }

    @Test
    void commands_of_one_noun_use_only_what_the_plan_allows() {
        Rooms.COMMANDS_USE_ONLY_WHAT_THE_PLAN_ALLOWS.check(FloorPlan.shipped());
    }

    @Test
    void there_are_no_cycles() {
        Arrows.MODULES_HAVE_NO_CYCLES.check(FloorPlan.shipped());
        Arrows.PACKAGES_HAVE_NO_CYCLES.check(FloorPlan.shipped());
    }
}
