package dev.wharf.documents;

import dev.wharf.cli.WharfInside;
import dev.wharf.cli.console.ExitCode;
import dev.wharf.cli.console.FailureKind;
import dev.wharf.packaging.check.Rule;
import dev.wharf.packaging.check.Severity;
import dev.wharf.server.Setting;
import dev.wharf.server.SettingGroup;
import dev.wharf.server.WharfServerInside;
import dev.wharf.server.error.ErrorCode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** What pages of the reference have from the program itself. */
enum GeneratedParts {
    COMMANDS("docs/reference/commands.md", GeneratedParts::commands),
    SETTINGS("docs/reference/server-settings.md", GeneratedParts::settings),
    ERROR_CODES("docs/reference/error-codes.md", GeneratedParts::errorCodes),
    EXIT_CODES("docs/reference/exit-codes.md", GeneratedParts::exitCodes),
    FAILURE_KINDS("docs/reference/exit-codes.md", GeneratedParts::failureKinds),
    RULES("docs/reference/checks.md", GeneratedParts::rules);

    private static final String END = "<!-- end of generated -->";

    private final String page;
    private final Supplier<String> content;

    GeneratedParts(String page, Supplier<String> content) {
        this.page = page;
        this.content = content;
    }

    /** The page that it is a part of, by its path from the root. */
    String page() {
        return page;
    }

    /** A page's text with this part as the program has it. */
    String putInto(String text) {
        String begin = "<!-- generated: " + name().toLowerCase(Locale.ROOT).replace('_', '-') + " -->\n";
        int from = text.indexOf(begin);
        int to = text.indexOf(END, from);
        if (from < 0 || to < 0) {
            throw new IllegalStateException(page + " has no place for " + begin);
        }
        return text.substring(0, from + begin.length()) + content.get() + text.substring(to);
    }

    private static String commands() {
        StringBuilder page = new StringBuilder();
        append(page, WharfInside.commands());
        append(page, WharfServerInside.commands());
        return page.toString();
    }

    private static void append(StringBuilder page, CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();
        String usage = command.getUsageMessage(Ansi.OFF)
                .lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"));
        page.append("## ").append(name).append("\n```\n").append(usage.strip()).append("\n```\n\n");
        // One command may have several names.
        Set<CommandLine> below = new LinkedHashSet<>(command.getSubcommands().values());
        below.forEach(each -> append(page, each));
    }

    private static String settings() {
        StringBuilder page = new StringBuilder();
        for (SettingGroup group : SettingGroup.all()) {
            page.append("## ").append(group.title()).append('\n');
            page.append(table(
                    Stream.of("setting", "default", "meaning", "what to give"),
                    group.settings().stream().map(GeneratedParts::row)));
            page.append('\n');
        }
        return page.toString();
    }

    private static Stream<String> row(Setting setting) {
        String usual = setting.usual().isEmpty() ? "" : "`" + setting.usual() + "`";
        return Stream.of(
                "`" + setting.name() + "`",
                usual,
                setting.meaning(),
                setting.form().words());
    }

    private static String errorCodes() {
        return table(
                Stream.of("status", "code", "means"),
                Arrays.stream(ErrorCode.values())
                        .map(each -> Stream.of(
                                String.valueOf(each.status().getCode()), "`" + each.code() + "`", each.meaning())));
    }

    private static String exitCodes() {
        return table(
                Stream.of("exit code", "meaning"),
                Arrays.stream(ExitCode.values()).map(each -> Stream.of(String.valueOf(each.number()), each.meaning())));
    }

    private static String failureKinds() {
        return table(
                Stream.of("`kind`", "exit code"),
                Arrays.stream(FailureKind.values())
                        .map(each -> Stream.of("`" + each.code() + "`", String.valueOf(each.exitCode()))));
    }

    private static String rules() {
        return table(
                Stream.of("rule", "severity", "what and why", "what to do"),
                Arrays.stream(Rule.values())
                        .sorted(Comparator.comparing(Rule::code))
                        .map(each ->
                                Stream.of("`" + each.code() + "`", severities(each), each.meaning(), each.remedy())));
    }

    private static String severities(Rule rule) {
        return Arrays.stream(Severity.values())
                .filter(rule.severities()::contains)
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static String table(Stream<String> heads, Stream<Stream<String>> rows) {
        String head = line(heads);
        long columns = head.chars().filter(c -> c == '|').count() - 1;
        return head + "|" + "---|".repeat((int) columns) + "\n"
                + rows.map(GeneratedParts::line).collect(Collectors.joining());
    }

    private static String line(Stream<String> cells) {
        return cells.map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
