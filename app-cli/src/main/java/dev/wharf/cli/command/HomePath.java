package dev.wharf.cli.command;

import java.nio.file.Path;

/** Paths that begin at the user's home. Shells expand the tilde at a word's beginning only, and nobody does in a variable's value. */
public final class HomePath {
    private HomePath() {}

    public static Path expanded(Path file, Path home) {
        boolean expands = !file.isAbsolute() && file.getName(0).toString().equals("~");
        return expands ? home.resolve(file.getName(0).relativize(file)) : file;
    }
}
