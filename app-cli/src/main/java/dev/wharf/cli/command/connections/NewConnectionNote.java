package dev.wharf.cli.command.connections;

import dev.wharf.model.Connection;
import java.util.Optional;

/** Whether a new connection begins to sync by itself, which may cost money: it does where nobody said otherwise. */
public final class NewConnectionNote {
    public static final String PLANNED = "The new connection would not be paused: it would sync by itself from then on."
            + " To have it rest: --paused";

    private NewConnectionNote() {}

    public static Optional<String> of(Connection made) {
        return made.paused()
                ? Optional.empty()
                : Optional.of("The new connection is not paused: it syncs by itself from now on. To have it rest: wharf"
                        + " connections update " + made.id() + " --paused");
    }
}
