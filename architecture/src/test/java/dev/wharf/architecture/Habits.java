package dev.wharf.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.wharf.failure.WharfException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;

/** How things are named, shaped and done. */
final class Habits {
    private static final DescribedPredicate<JavaClass> GENERATED =
            DescribedPredicate.describe("generated", FloorPlan::isGenerated);

    static final ArchRule NAMES_SAY_WHAT_A_THING_IS = noClasses()
            .that(not(GENERATED))
            .should()
            .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Data)(\\$.*)?");

    /** They name no field; their one annotation says who joins the wire record with what an account tells besides. */
    private static final DescribedPredicate<JavaClass> ANSWERS =
            DescribedPredicate.describe("answers around a wire record", type -> type.getAllRawInterfaces().stream()
                    .anyMatch(each -> each.getName().equals("dev.wharf.server.api.Answered")));

    /** Whoever adds something to what a port gives extends these, so they are open, and only for that. */
    private static final DescribedPredicate<JavaClass> FORWARDING = DescribedPredicate.describe(
            "classes that forward to a port",
            type -> type.getPackageName().equals("dev.wharf.port")
                    && type.getSimpleName().startsWith("Forwarding")
                    && type.getModifiers().contains(JavaModifier.ABSTRACT)
                    && type.getConstructors().stream()
                            .allMatch(made -> made.getModifiers().contains(JavaModifier.PROTECTED)));

    static final ArchRule ONLY_THE_WIRE_RECORDS_KNOW_THE_JSON = noClasses()
            .that(not(GENERATED))
            .and(not(ANSWERS))
            .and()
            .resideOutsideOfPackage("dev.wharf.http.wire..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "io.micronaut.serde.annotation..", "io.micronaut.serde.config.annotation..",
                    "com.fasterxml.jackson.annotation..", "com.fasterxml.jackson.databind.."));

    static final ArchRule PORTS_ARE_INTERFACES = classes()
            .that()
            .resideInAPackage("dev.wharf.port..")
            .and()
            .areNotAnonymousClasses()
            .and()
            .doNotHaveSimpleName("package-info")
            .and(not(FORWARDING))
            .should(beAnInterfaceOrARecordWithinOne());

    static final ArchRule FAILURES_ARE_ONE_SEALED_HIERARCHY = classes()
            .that()
            .resideInAPackage("dev.wharf.failure..")
            .and()
            .areAssignableTo(Throwable.class)
            .should()
            .beAssignableTo(WharfException.class)
            .andShould(beSealedOrFinal());

    static final ArchRule WHAT_IMPLEMENTS_A_PORT_IN_CORE_IS_HIDDEN_UNLESS_IT_DECORATES = classes()
            .that()
            .resideInAnyPackage(FloorPlan.CORE)
            .and()
            .resideOutsideOfPackage("dev.wharf.port..")
            .and()
            .arePublic()
            .should(implementNoPortButTheOneTheyAreGiven());

    static final ArchRule NOTHING_PUBLIC_IN_CORE_IS_THERE_TO_BE_EXTENDED = classes()
            .that()
            .resideInAnyPackage(FloorPlan.CORE)
            .and()
            .arePublic()
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and(not(FORWARDING))
            .should(beSealedOrFinal());

    static final ArchRule STANDARD_STREAMS_BELONG_TO_THE_APPS = noClasses()
            .that(not(resideInAnyPackage(FloorPlan.CLI, FloorPlan.SERVER)))
            .should(ACCESS_STANDARD_STREAMS);

    static final ArchRule NOBODY_PRINTS_STACK_TRACES = noClasses().should(call(Throwable.class, "printStackTrace()"));

    static final ArchRule NOBODY_LOGS_WITH_THE_JDK =
            noClasses().should().dependOnClassesThat(resideInAPackage("java.util.logging.."));

    static final ArchRule NOBODY_SLEEPS = noClasses().should(call(Thread.class, "sleep("));

    private Habits() {}

    /** Packages with classes of ours that are not marked null-safe. */
    static Set<String> packagesThatAreNotNullMarked(Iterable<JavaClass> all) {
        Set<String> packages = new TreeSet<>();
        Set<String> marked = new HashSet<>();
        for (JavaClass each : all) {
            if (!each.getSimpleName().equals("package-info")) {
                packages.add(each.getPackageName());
            } else if (each.isAnnotatedWith(NullMarked.class)) {
                marked.add(each.getPackageName());
            }
        }
        packages.removeAll(marked);
        return packages;
    }

    /** With or without its parameters: a trace written where the caller says is no habit to break. */
    private static ArchCondition<JavaClass> call(Class<?> owner, String begin) {
        return condition("call " + owner.getSimpleName() + "." + begin, c -> c.getAccessesFromSelf().stream()
                .map(JavaAccess::getTarget)
                .anyMatch(t -> t.getOwner().isAssignableTo(owner)
                        && t.getFullName().startsWith(t.getOwner().getName() + "." + begin)));
    }

    private static ArchCondition<JavaClass> beAnInterfaceOrARecordWithinOne() {
        return condition(
                "be an interface, or a record within one",
                c -> c.isInterface()
                        || c.isRecord()
                                && c.getEnclosingClass()
                                        .map(JavaClass::isInterface)
                                        .orElse(false));
    }

    private static ArchCondition<JavaClass> beSealedOrFinal() {
        return condition(
                "be sealed or final",
                c -> c.getModifiers().contains(JavaModifier.FINAL)
                        || c.reflect().isSealed());
    }

    private static ArchCondition<JavaClass> implementNoPortButTheOneTheyAreGiven() {
        return condition(
                "implement no port, unless a constructor takes one of the same kind to decorate",
                c -> c.getAllRawInterfaces().stream()
                        .filter(i -> i.getPackageName().startsWith("dev.wharf.port"))
                        .allMatch(port -> c.getConstructors().stream()
                                .anyMatch(made -> made.getRawParameterTypes().contains(port))));
    }

    private static ArchCondition<JavaClass> condition(String description, Predicate<JavaClass> predicate) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean holds = predicate.test(item);
                String message = item.getName() + (holds ? " does " : " does not ") + description;
                events.add(new SimpleConditionEvent(item, holds, message));
            }
        };
    }

    /** The failures that the sealed root permits, and what these permit. */
    static Set<Class<?>> permittedFailures() {
        Set<Class<?>> permitted = new HashSet<>();
        Queue<Class<?>> sealed = new ArrayDeque<>(List.of(WharfException.class));
        while (!sealed.isEmpty()) {
            for (Class<?> each : sealed.remove().getPermittedSubclasses()) {
                permitted.add(each);
                if (each.isSealed()) {
                    sealed.add(each);
                }
            }
        }
        return permitted;
    }
}
