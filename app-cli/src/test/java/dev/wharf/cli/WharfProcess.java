package dev.wharf.cli;

import dev.wharf.testkit.QuickStart;
import java.util.ArrayList;
import java.util.List;

/** The program in a process of its own, as these tests have it. */
final class WharfProcess {
    private WharfProcess() {}

    /** What starts it; all that it says is one stream. */
    static ProcessBuilder of(String... arguments) {
        List<String> command = new ArrayList<>(QuickStart.of(
                Wharf.class.getName(), scratch -> List.of(NetworkRehearsal.class.getName(), scratch.toString())));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }
}
