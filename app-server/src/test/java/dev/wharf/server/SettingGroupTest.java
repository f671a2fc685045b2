package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.naming.NameUtils;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of settings is whole, and tells the defaults that the beans take. */
class SettingGroupTest {
    private static final Pattern NAMED = Pattern.compile("[\"{](wharf\\.[a-z-]+(?:\\.[a-z-]+)?)[\":]");
    private static final Pattern PROPERTY =
            Pattern.compile("@Property\\(name = ([\\w.\"-]+)(?:, defaultValue = \"([^\"]*)\")?\\)");

    /** Attributes of requests, metrics, a logger, a prefix, and the delay before the first sweep, which only tests set. */
    private static final Set<String> NO_SETTINGS = Set.of(
            "wharf.audit",
            "wharf.connections.refused",
            "wharf.notes",
            "wharf.principal",
            "wharf.rate",
            "wharf.request-id",
            "wharf.sweep-delay",
            "wharf.upstream",
            "wharf.upstream.events",
            "wharf.upstream.reads");

    private static Map<String, String> listed() {
        return SettingGroup.all().stream()
                .flatMap(group -> group.settings().stream())
                .collect(Collectors.toMap(Setting::name, Setting::usual));
    }

    @Test
    void the_defaults_are_those_of_the_records_that_are_filled_from_them() {
        Map<String, String> taken = new HashMap<>();
        put(taken, "wharf.", ServerSettings.class);
        put(taken, "wharf.upstream.", UpstreamSettings.class);

        assertThat(listed()).containsAllEntriesOf(taken);
    }

    @Test
    void the_defaults_are_those_of_the_single_properties() throws IOException {
        Map<String, String> taken = new HashMap<>();
        for (Path source : sources()) {
            Matcher property = PROPERTY.matcher(Files.readString(source));
            while (property.find()) {
                String name = property.group(1).replace("\"", "");
                if (name.startsWith("wharf.")) {
                    taken.put(name, property.group(2) == null ? "" : property.group(2));
                }
            }
        }

        assertThat(taken).containsKeys("wharf.setup-tests", "wharf.bootstrap.key");
        assertThat(listed()).containsAllEntriesOf(taken);
    }

    @Test
    void every_setting_that_the_code_names_is_listed() throws IOException {
        Set<String> named = new TreeSet<>();
        for (Path source : sources()) {
            if (!source.getFileName().toString().startsWith("Setting")) {
                NAMED.matcher(Files.readString(source)).results().forEach(found -> named.add(found.group(1)));
            }
        }
        named.removeAll(NO_SETTINGS);

        assertThat(named).contains("wharf.sweep-interval", "wharf.upstream.proxy");
        assertThat(named).allSatisfy(name -> assertThat(listed().keySet())
                .anyMatch(each -> each.equals(name) || each.equals(name + Setting.OF_CONNECTIONS)));
    }

    private static void put(Map<String, String> taken, String prefix, Class<?> record) {
        for (RecordComponent component : record.getRecordComponents()) {
            String name = prefix + NameUtils.hyphenate(component.getName());
            taken.put(name, usual(component));
        }
        // Nothing that can be asked for: half of all, whatever these are.
        taken.replace("wharf.uploads-per-user", "0", "");
    }

    private static String usual(RecordComponent component) {
        Bindable bindable = Arrays.stream(component.getDeclaringRecord().getDeclaredConstructors())
                .flatMap(constructor -> Arrays.stream(constructor.getParameters()))
                .filter(parameter -> parameter.getName().equals(component.getName()))
                .map(parameter -> parameter.getAnnotation(Bindable.class))
                .filter(annotation -> annotation != null)
                .findFirst()
                .orElse(null);
        return bindable == null ? "" : bindable.defaultValue();
    }

    private static Iterable<Path> sources() throws IOException {
        try (Stream<Path> all = Files.walk(
                Path.of(System.getProperty("wharf.repository"), "app-server/src/main/java/dev/wharf/server"))) {
            return all.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
