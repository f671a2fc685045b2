package dev.wharf.documents;

import dev.wharf.cli.WharfInside;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a page shows of a terminal, run again: lines that begin with {@code $ } and what they print, in a directory with the examples. */
final class Transcript {
    static final Pattern BLOCK = Pattern.compile("(?ms)^```console\\n(.*?)^```$");

    /** How far work is that takes more than a second, which is told on a slow machine only. */
    private static final Pattern PROGRESS = Pattern.compile("(?m)^[^\\n]*: +\\d+%  [^\\n]*\\n");

    /** Words and quoted words; the pages need no more of a shell's rules for Wharf's own commands. */
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:]+Z");

    private static final Pattern IDENTIFIER = Pattern.compile("\\b(?!rolled_back)[a-z]{2,}_[a-z]{2,}\\b");

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "WHARF_COMMIT", "4c1f6a2b9d03e58f7a6b1c2d3e4f5a6b7c8d9e0f",
            "WHARF_BRANCH", "main");

    private final Path directory;
    private final WharfInside wharf;

    /** One that runs in an empty directory, which it fills. */
    Transcript(Path directory) throws IOException {
        this.directory = Files.createDirectory(directory.resolve("checkout"));
        this.wharf = new WharfInside(ENVIRONMENT, Files.createDirectory(directory.resolve("home")));
        copy(Pages.REPOSITORY.resolve("examples"), this.directory.resolve("examples"));
    }

    /**
     * A page's text with what its commands print now. It stays as it was if it differs only as one run differs from another: then each
     * name of the page stands for one name of the run, wherever on the page it is.
     */
    String run(String text) {
        String now = BLOCK.matcher(text)
                .replaceAll(block -> Matcher.quoteReplacement("```console\n" + block(block.group(1)) + "```"));
        return lasting(now).equals(lasting(text)) ? text : now;
    }

    private String block(String shown) {
        StringBuilder now = new StringBuilder();
        shown.lines()
                .filter(line -> line.startsWith("$ "))
                .forEach(line -> now.append(line).append('\n').append(print(line.substring(2))));
        return now.toString();
    }

    private String print(String command) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        if (command.startsWith("wharf ")) {
            wharf.run(printed, words(command.substring("wharf ".length())));
        } else {
            shell(command);
        }
        String text = printed.toString(StandardCharsets.UTF_8).replace(directory + "/", "");
        return PROGRESS.matcher(text).replaceAll("");
    }

    private String[] words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            String said = word.group(1) == null ? word.group(2) : word.group(1);
            // A process of its own would run in this directory; this one runs elsewhere.
            boolean isFile = said.endsWith(".zip") || Files.exists(directory.resolve(said));
            words.add(isFile ? directory.resolve(said).toString() : said);
        }
        return words.toArray(String[]::new);
    }

    private void shell(String command) {
        try {
            int code = new ProcessBuilder("sh", "-c", command)
                    .directory(directory.toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException(command + " ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(command, e);
        }
    }

    /**
     * The terminals of a page without what differs from run to run: times, the blanks by which columns are as wide as identifiers, and
     * identifiers, which are counted in the order in which the page first shows them.
     */
    private static String lasting(String text) {
        String shown =
                BLOCK.matcher(text).results().map(block -> block.group(1)).collect(Collectors.joining("\n"));
        Map<String, String> numbers = new HashMap<>();
        return IDENTIFIER
                .matcher(TIME.matcher(shown).replaceAll("TIME"))
                .replaceAll(found -> numbers.computeIfAbsent(found.group(), id -> "ID" + numbers.size()))
                .replaceAll(" +", " ");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }
}
