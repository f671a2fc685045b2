package dev.wharf.cli.command.settings;

import dev.wharf.failure.InvalidRequestException;
import java.nio.file.Path;

/** Where a configuration value stands, for messages: they name the place, and never the value. */
record ValuePlace(String key, Path file) {
    InvalidRequestException refused(String what) {
        return new InvalidRequestException(this + " " + what);
    }

    InvalidRequestException refused(String what, String hint) {
        return new InvalidRequestException(this + " " + what, hint);
    }

    @Override
    public String toString() {
        return "'" + key + "' in " + file;
    }
}
