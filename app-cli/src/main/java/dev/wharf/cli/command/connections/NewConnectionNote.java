package dev.wharf.cli.command.connections;

import dev.wharf.cli.target.Invocation;
import dev.wharf.model.Connection;

/** Whether a new connection begins to sync by itself, which may cost money: it does where nobody said otherwise. */
public final class NewConnectionNote {
    private NewConnectionNote() {}

    /** Says it of a connection that would be created. */
    public static void planned(Invocation invocation) {
        invocation.console().note("The new connection would not be paused. It would start to sync by itself.");
        invocation.console().hint("To create it paused, add --paused.");
    }

    /** Says it of a connection that was created, unless it is paused. */
    public static void of(Connection created, Invocation invocation) {
        if (!created.paused()) {
            invocation.console().note("The new connection is not paused. It starts to sync by itself.");
            invocation
                    .console()
                    .hint("To pause it: "
                            + invocation
                                    .next()
                                    .line("connections", "update", created.id().value(), "--paused"));
        }
    }
}
