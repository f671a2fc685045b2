package dev.wharf.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.console.Interruption;
import dev.wharf.cli.console.Surroundings;
import dev.wharf.cli.target.Invocation;
import dev.wharf.words.SourceTexts.Text;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** Every word that the program says keeps to {@code docs/style.md}, as far as a machine can see. */
class WordsTest {
    private static final Path REPOSITORY = Path.of(System.getProperty("wharf.repository"));
    private static final List<String> MODULES = List.of(
            "core",
            "adapters-cache",
            "adapters-filesystem",
            "adapters-http",
            "adapters-jdbc",
            "app-cli",
            "app-server",
            "testkit-server");

    @Test
    void every_command_says_what_it_does_in_the_present_tense() throws Exception {
        List<String> faults = new ArrayList<>();
        for (CommandLine command : commands()) {
            String[] description = command.getCommandSpec().usageMessage().description();
            assertThat(description).as(command.getCommandSpec().qualifiedName()).hasSize(1);
            note(faults, command.getCommandSpec().qualifiedName(), Words.faultsOfCommand(description[0]));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void every_option_says_its_unit_and_its_default() throws Exception {
        List<String> faults = new ArrayList<>();
        for (CommandLine command : commands()) {
            for (ArgSpec argument : command.getCommandSpec().args()) {
                String place = command.getCommandSpec().qualifiedName() + " " + argument.paramLabel();
                note(
                        faults,
                        place,
                        Words.faultsOfOption(
                                String.join(" ", argument.description()), hasUnit(argument), hasDefault(argument)));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void every_text_in_the_sources_uses_plain_words_and_short_sentences() throws IOException {
        List<String> faults = new ArrayList<>();
        List<Text> texts = texts();
        for (Text text : texts) {
            note(faults, text.place() + ": " + text.text(), faultsOf(text));
        }
        assertThat(texts).hasSizeGreaterThan(2000);
        assertThat(faults).isEmpty();
    }

    @Test
    void a_bad_text_is_found() throws IOException {
        assertThat(Words.faults("Please try again!")).containsExactly("says 'please'", "shouts");
        assertThat(Words.faults("One ".repeat(31))).hasSize(1);
        assertThat(Words.faultsOfCommand("A command that lists")).hasSize(2);
        assertThat(Words.faultsOfOption("how long to wait", true, true)).hasSize(4);

        String source = "class A { void a(int n) { throw new NotFoundException(Resource.OTHER, \"There is no key \" +"
                + " n + \": make one\" + \" first.\"); } }";
        assertThat(SourceTexts.of(source)).singleElement().satisfies(text -> assertThat(faultsOf(text))
                .containsExactly("gives advice, which belongs into the hint"));
        String apart = "class A { Object a = new Diagnosis(\"The disk is full\", \"free some space.\"); }";
        assertThat(SourceTexts.of(apart)).flatExtracting(WordsTest::faultsOf).hasSize(2);
    }

    private static List<String> faultsOf(Text text) {
        return switch (text.kind()) {
            case PROBLEM -> Words.faultsOfProblem(text.text());
            case HINT -> Words.faultsOfHint(text.text());
            case OTHER -> Words.faults(text.text());
        };
    }

    private static void note(Collection<String> all, String place, List<String> faults) {
        faults.forEach(fault -> all.add(place + " " + fault));
    }

    private static boolean hasUnit(ArgSpec argument) {
        return argument.type() == Duration.class || argument.paramLabel().matches("BYTES|SECONDS|MINUTES");
    }

    /** Booleans are off unless they are named. What must be given has none, whatever its field holds before. */
    private static boolean hasDefault(ArgSpec argument) {
        if (argument.required()) {
            return false;
        }
        if (argument.type() == Duration.class) {
            return true;
        }
        Object initial = argument.initialValue();
        return initial != null
                && !initial.equals("")
                && !Boolean.FALSE.equals(initial)
                && !(initial instanceof Collection<?> several && several.isEmpty());
    }

    private static List<CommandLine> commands() throws Exception {
        Constructor<?> tree =
                Class.forName("dev.wharf.cli.CommandTree").getDeclaredConstructor(Invocation.class, String[].class);
        tree.setAccessible(true);
        Method build = tree.getDeclaringClass().getDeclaredMethod("build");
        build.setAccessible(true);
        Invocation invocation = new Invocation(Surroundings.ofProcess(), new Interruption());
        Method server = Class.forName("dev.wharf.server.WharfServer").getDeclaredMethod("commandLine");
        server.setAccessible(true);
        List<CommandLine> all = new ArrayList<>();
        add(all, (CommandLine) build.invoke(tree.newInstance(invocation, new String[] {"--help"})));
        add(all, (CommandLine) server.invoke(null));
        assertThat(all).hasSizeGreaterThan(30);
        return all;
    }

    private static void add(List<CommandLine> all, CommandLine command) {
        all.add(command);
        command.getSubcommands().values().forEach(below -> add(all, below));
    }

    private static List<Text> texts() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> walk = Files.walk(REPOSITORY.resolve(module).resolve("src/main/java"))) {
                walk.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            }
        }
        try (StandardJavaFileManager manager =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            return SourceTexts.of(manager.getJavaFileObjectsFromPaths(files));
        }
    }
}
