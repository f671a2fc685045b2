package dev.wharf.cli.command.project;

import dev.wharf.cli.console.Console;
import dev.wharf.cli.target.Invocation;
import dev.wharf.packaging.diff.FileChange;
import dev.wharf.packaging.diff.PackageDiff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what differs between two packages. */
@Command(
        name = "diff",
        description = "Compares the files of two packages by name, content and execute bit.",
        footer = {
            "",
            "Examples:",
            "  wharf diff happy_harmony .              what an update would change",
            "  wharf diff old.zip new.zip --content"
        })
public final class DiffCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(index = "0", paramLabel = "A", description = "A directory, an archive's file, or a package's id.")
    private String before = "";

    @Parameters(
            index = "1",
            paramLabel = "B",
            description = "What to compare it to: a directory, an archive's" + " file, or a package's id.")
    private String after = "";

    @Option(names = "--content", description = "Show the changes of each text file, line by line.")
    private boolean content;

    /**
     * The command.
     *
     * @param invocation the run it belongs to
     */
    public DiffCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (NamedPackages packages = new NamedPackages(invocation)) {
            NamedPackage one = packages.find(before);
            NamedPackage other = packages.find(after);
            List<ShownChange> changes = new ArrayList<>();
            TextDiff text = new TextDiff(one.files(), other.files());
            for (FileChange change : PackageDiff.between(one.files(), other.files())) {
                changes.add(new ShownChange(change, content ? text.of(change) : List.of()));
            }
            show(new ShownDiff(before, after, changes));
        } catch (IOException e) {
            throw new UncheckedIOException("a file could not be read again", e);
        }
        return 0;
    }

    private void show(ShownDiff diff) {
        Console console = invocation.console();
        if (diff.changes().isEmpty() && !console.isJson()) {
            console.note("There is no difference.");
            return;
        }
        console.show(diff.document(content), () -> diff.lines(console::emphasized));
    }
}
