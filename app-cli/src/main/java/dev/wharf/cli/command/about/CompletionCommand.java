package dev.wharf.cli.command.about;

import dev.wharf.cli.target.Invocation;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what makes a shell complete commands. */
@Command(
        name = "completion",
        description = "Prints a script that completes wharf's commands and options in your shell.",
        footer = {
            "",
            "Examples:",
            "  source <(wharf completion bash)     in ~/.bashrc; zsh likewise",
            "  wharf completion fish | source      in ~/.config/fish/config.fish"
        })
public final class CompletionCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "bash|zsh|fish", description = "The shell: bash, zsh or fish.")
    private Shell shell = Shell.BASH;

    /**
     * The command.
     *
     * @param invocation the run it belongs to
     */
    public CompletionCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    /** The shells that can be served. */
    enum Shell {
        BASH,
        ZSH,
        FISH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("a command outside a command line");
        }
        CommandLine root = spec.root().commandLine();
        invocation.surroundings().out().print(script(root));
        return 0;
    }

    private String script(CommandLine root) {
        return switch (shell) {
            // This one script serves both.
            case BASH, ZSH -> AutoComplete.bash(root.getCommandName(), root) + "\n";
            case FISH -> new FishCompletion(root).script();
        };
    }
}
