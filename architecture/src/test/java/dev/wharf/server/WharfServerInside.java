package dev.wharf.server;

import picocli.CommandLine;

/** The server's command line, for the tests of the documents. */
public final class WharfServerInside {
    private WharfServerInside() {}

    /** All commands, with all their options. */
    public static CommandLine commands() {
        return WharfServer.commandLine();
    }
}
