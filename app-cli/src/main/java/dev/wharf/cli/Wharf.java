package dev.wharf.cli;

import dev.wharf.cli.console.CancelledException;
import dev.wharf.cli.console.ColorChoice;
import dev.wharf.cli.console.FailureReport;
import dev.wharf.cli.console.Interruption;
import dev.wharf.cli.console.Surroundings;
import dev.wharf.cli.target.Invocation;
import dev.wharf.http.HttpAccount;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The program {@code wharf}. */
public final class Wharf {
    private static final Set<String> VERSION = Set.of("-V", "--version");
    private static final Set<String> CONNECTING =
            Set.of("packages", "connections", "destinations", "deploy", "history", "rollback", "sync", "status");
    private static final Set<String> NOT_CONNECTING = Set.of("--help", "-h", "package", "completion");

    /** Options of one letter may stand together in one word, that with a value as the last. */
    private static final Pattern JSON = Pattern.compile(" (-[qvy]*o[ =]?|--output[ =])json ");

    private final Surroundings surroundings;
    private final Interruption interruption;
    private final Invocation invocation;

    Wharf(Surroundings surroundings, Interruption interruption) {
        this.surroundings = surroundings;
        this.interruption = interruption;
        this.invocation = new Invocation(surroundings, interruption);
    }

    /**
     * Runs the program.
     *
     * @param arguments its command line
     */
    public static void main(String[] arguments) {
        Interruption interruption = new Interruption();
        Wharf wharf = new Wharf(Surroundings.ofProcess(), interruption);
        interruption.listen(wharf.new LastWords());
        if (willProbablyConnect(List.of(arguments))) {
            HttpAccount.prepare();
        }
        int exitCode;
        try {
            exitCode = wharf.run(arguments);
        } finally {
            // Whatever comes of it: nobody waits for what has ended.
            interruption.end();
        }
        System.exit(exitCode);
    }

    /** Runs one command line; returns what the process shall end with. */
    int run(String... arguments) {
        if (arguments.length == 1 && VERSION.contains(arguments[0])) {
            // Scripts ask this often, and it is no reason to look at any command.
            return finish(showVersion());
        }
        CommandLine commands = new CommandTree(invocation, arguments).build();
        commands.setOut(writer(surroundings.out()));
        commands.setErr(writer(surroundings.err()));
        commands.setExecutionStrategy(this::execute);
        commands.setParameterExceptionHandler((failure, given) -> misused(failure, List.of(given)));
        commands.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure));
        try {
            return finish(commands.execute(arguments));
        } catch (StackOverflowError | OutOfMemoryError e) {
            // What somebody made up to do this shall not be able to change how failures are told.
            return failed(e);
        }
    }

    /** A wrong guess costs some time of a processor's, nothing else. */
    private static boolean willProbablyConnect(List<String> arguments) {
        return !Collections.disjoint(arguments, CONNECTING)
                && Collections.disjoint(arguments, NOT_CONNECTING)
                && arguments.stream().noneMatch(argument -> argument.startsWith("--local"));
    }

    /** A full disk behind a redirection must not look like success. */
    private int finish(int exitCode) {
        if (exitCode == 0 && interruption.isRequested()) {
            invocation.console().note("Interrupted after everything was done. Nothing was undone.");
        }
        return surroundings.out().checkError() && exitCode == 0 ? 1 : exitCode;
    }

    private int execute(ParseResult parsed) {
        CommandLine root = parsed.commandSpec().commandLine();
        boolean colored =
                invocation.options().color().decide(surroundings.terminal().output(), surroundings);
        root.setColorScheme(CommandLine.Help.defaultColorScheme(colored ? Ansi.ON : Ansi.OFF));
        if (parsed.isVersionHelpRequested()) {
            return showVersion();
        }
        return new RunLast().execute(parsed);
    }

    private int showVersion() {
        Version version = Version.current();
        invocation.console().show(version.document(), () -> List.of(version.line()));
        return 0;
    }

    private int failed(Throwable failure) {
        return tell(
                interruption.isRequested()
                        ? new CancelledException(interruption.standing().ended(failure))
                        : failure);
    }

    /** What a process says that was told to end in the middle of something. */
    private final class LastWords implements Interruption.Farewell {
        @Override
        public void waits() {
            nextLine();
            invocation.console().note("Interrupted. The current step ends first, within 9 seconds.");
        }

        @Override
        public void unanswered() {
            nextLine();
            tell(new CancelledException(interruption.standing().unanswered()));
        }

        /** There may be a bar in this line. */
        private void nextLine() {
            if (surroundings.terminal().error()) {
                surroundings.err().println();
            }
        }
    }

    private int tell(Throwable shown) {
        boolean colored =
                invocation.options().color().decide(surroundings.terminal().error(), surroundings);
        return report(
                        invocation.console().isJson(),
                        colored,
                        invocation.options().isVerbose())
                .write(shown);
    }

    /** The options were not all read yet when this happens, so that of the format is looked for in the text. */
    private int misused(ParameterException failure, List<String> arguments) {
        boolean colored = ColorChoice.AUTO.decide(surroundings.terminal().error(), surroundings);
        return report(asksForJson(arguments), colored, false).write(failure);
    }

    private FailureReport report(boolean json, boolean colored, boolean verbose) {
        return new FailureReport(surroundings, json, colored, verbose, invocation.next());
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private static boolean asksForJson(List<String> arguments) {
        String all = " " + String.join(" ", arguments).toLowerCase(Locale.ROOT) + " ";
        return JSON.matcher(all).find();
    }
}
