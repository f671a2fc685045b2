package dev.wharf.cli.console;

/** Whether colours are used. */
public enum ColorChoice {
    /** On a terminal, unless {@code NO_COLOR} is set. */
    AUTO,
    /** Everywhere. */
    ALWAYS,
    /** Nowhere. */
    NEVER;

    /**
     * Decides for one stream.
     *
     * @param terminal whether a person is at it
     * @param surroundings the environment
     * @return whether to use colours there
     */
    public boolean decide(boolean terminal, Surroundings surroundings) {
        return switch (this) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO ->
                terminal && surroundings.variable("NO_COLOR") == null && !"dumb".equals(surroundings.variable("TERM"));
        };
    }
}
