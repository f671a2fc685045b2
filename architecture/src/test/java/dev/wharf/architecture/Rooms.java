package dev.wharf.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which room of a module may use which. A room that is not named as allowed is not to be used. */
final class Rooms {
    /** The rooms of core, as {@code ARCHITECTURE.md} draws them. */
    static final Map<String, Set<String>> MAY_USE = rooms();

    /** The commands, by noun; what all use lives above them and uses none. */
    private static final Map<String, Set<String>> COMMANDS_MAY_USE = Map.of(
            "", Set.of(),
            "about", Set.of(""),
            "cache", Set.of(""),
            "connections", Set.of("", "settings"),
            "deploy", Set.of("", "project", "settings", "connections"),
            "destinations", Set.of(""),
            "packages", Set.of("", "project"),
            "project", Set.of(""),
            "settings", Set.of(""));

    /** The parts of packaging; what everybody uses of it lies above them. */
    static final Map<String, Set<String>> PACKAGING_MAY_USE = Map.of(
            "", Set.of("check", "selection"),
            "check", Set.of("python", "secrets", "requirements", "selection", "text"),
            "diff", Set.of("", "selection"),
            "python", Set.of("text"),
            "requirements", Set.of(),
            "secrets", Set.of("text"),
            "selection", Set.of(),
            "text", Set.of());

    private static final String[] FOR_CHECKS_ONLY = {
        "dev.wharf.packaging.python..", "dev.wharf.packaging.requirements..", "dev.wharf.packaging.secrets.."
    };

    static final ArchRule USE_ONLY_WHAT_THE_PLAN_ALLOWS =
            classes().that().resideInAnyPackage(FloorPlan.CORE).should(useOnlyWhatIsAllowed("dev.wharf", MAY_USE));

    static final ArchRule COMMANDS_USE_ONLY_WHAT_THE_PLAN_ALLOWS = classes()
            .that()
            .resideInAPackage("dev.wharf.cli.command..")
            .should(useOnlyWhatIsAllowed("dev.wharf.cli.command", COMMANDS_MAY_USE));

    static final ArchRule PARTS_OF_PACKAGING_USE_ONLY_WHAT_THE_PLAN_ALLOWS = classes()
            .that()
            .resideInAPackage("dev.wharf.packaging..")
            .should(useOnlyWhatIsAllowed("dev.wharf.packaging", PACKAGING_MAY_USE));

    static final ArchRule WHAT_READS_PROJECTS_IS_FOR_CHECKS_ONLY = noClasses()
            .that()
            .resideOutsideOfPackage("dev.wharf.packaging..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FOR_CHECKS_ONLY)
            .because("it is public for the checks, and no promise to others");

    private Rooms() {}

    private static Map<String, Set<String>> rooms() {
        Map<String, Set<String>> rooms = new HashMap<>();
        rooms.put("failure", Set.of());
        rooms.put("model", Set.of("failure"));
        rooms.put("port", Set.of("model", "failure"));
        rooms.put("packaging", Set.of("port", "model", "failure"));
        rooms.put("integrity", Set.of("port", "model", "failure"));
        rooms.put("caching", Set.of("integrity", "port", "model", "failure"));
        rooms.put("settling", Set.of("integrity", "port", "model", "failure"));
        rooms.put("registry", Set.of("integrity", "packaging", "port", "model", "failure"));
        rooms.put(
                "gateway",
                Set.of("registry", "caching", "settling", "integrity", "packaging", "port", "model", "failure"));
        rooms.put("deployment", Set.of("integrity", "port", "model", "failure"));
        return Map.copyOf(rooms);
    }

    private static ArchCondition<JavaClass> useOnlyWhatIsAllowed(String base, Map<String, Set<String>> plan) {
        return new ArchCondition<>("use only the rooms that the plan allows") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                String from = room(base, user);
                user.getDirectDependenciesFromSelf().forEach(dependency -> {
                    JavaClass used = dependency.getTargetClass().getBaseComponentType();
                    if (!isIn(base, used)) {
                        return;
                    }
                    String to = room(base, used);
                    if (plan.containsKey(to)
                            && !to.equals(from)
                            && !plan.getOrDefault(from, Set.of()).contains(to)) {
                        events.add(SimpleConditionEvent.violated(user, dependency.getDescription()));
                    }
                });
            }
        };
    }

    private static boolean isIn(String base, JavaClass type) {
        return type.getPackageName().equals(base) || type.getPackageName().startsWith(base + ".");
    }

    /** The first part of the package's name after the base; empty for the base itself. */
    private static String room(String base, JavaClass type) {
        String rest = type.getPackageName().substring(base.length());
        return rest.isEmpty() ? "" : rest.substring(1).split("\\.")[0];
    }
}
