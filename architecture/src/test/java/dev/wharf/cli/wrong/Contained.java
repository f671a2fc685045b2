package dev.wharf.cli.wrong;

import io.micronaut.context.ApplicationContext;

/** A command with a container, on purpose. */
final class Contained {
    private final ApplicationContext context;

    Contained(ApplicationContext context) {
        this.context = context;
    }

    boolean runs() {
        return context.isRunning();
    }
}
