package dev.wharf.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which contract tests there are, and who runs them. */
final class Contracts {
    private static final Pattern HEADER =
            Pattern.compile("(?m)^(?:\\w+ )*(?:class|interface) (\\w+)(?:<[^{]*>)? ((?:extends|implements)[^{]*)\\{");

    private Contracts() {}

    /** Contracts that are in no whole which an adapter extends. */
    static List<String> partsOfNone(JavaClasses classes) {
        return contracts(classes)
                .filter(JavaClass::isInterface)
                .filter(contract -> contract.getAllSubclasses().stream()
                        .noneMatch(whole ->
                                !whole.isInterface() && whole.getModifiers().contains(JavaModifier.PUBLIC)))
                .map(JavaClass::getSimpleName)
                .sorted()
                .toList();
    }

    private static Stream<JavaClass> contracts(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.getPackageName().startsWith("dev.wharf.testkit"))
                .filter(type -> type.getSimpleName().endsWith("Contract"));
    }

    /**
     * What everybody can make that does what a port says. What only stands before another of the kind is no realisation of its own,
     * and what is hidden is reached through something that is not.
     */
    static List<String> realisations(JavaClasses classes, Class<?> port) {
        return classes.stream()
                .filter(type -> !type.isInterface() && type.isAssignableTo(port) && type.isTopLevelClass())
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC)
                        && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(type -> type.getConstructors().stream()
                        .flatMap(constructor -> constructor.getRawParameterTypes().stream())
                        .noneMatch(parameter -> parameter.isEquivalentTo(port)))
                .map(JavaClass::getSimpleName)
                .sorted()
                .toList();
    }

    /** What is written in the tests that run a contract, and in what these extend. */
    static String testsThatRun(String contract, List<String> tests) {
        Set<String> running = new HashSet<>(Set.of(contract));
        Set<String> texts = new HashSet<>();
        boolean grows = true;
        while (grows) {
            grows = false;
            for (String test : tests) {
                Matcher header = HEADER.matcher(test);
                if (header.find() && words(header.group(2)).anyMatch(running::contains) && texts.add(test)) {
                    running.add(header.group(1));
                    grows = true;
                }
            }
        }
        return String.join("\n", texts);
    }

    private static Stream<String> words(String header) {
        return Stream.of(header.split("\\W+"));
    }
}
