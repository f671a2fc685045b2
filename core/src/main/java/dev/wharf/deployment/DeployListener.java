package dev.wharf.deployment;

/** Is told what a deploy does, while it does it. Must not throw. */
public interface DeployListener {
    /** Wants to know nothing. */
    DeployListener NONE = new DeployListener() {
        @Override
        public void begins(DeployStep step) {
            // Nobody looks.
        }

        @Override
        public void remarks(String text) {
            // Nobody listens.
        }
    };

    /**
     * A step is about to be done.
     *
     * @param step the step
     */
    void begins(DeployStep step);

    /**
     * The deploy has failed, and what could be undone was.
     *
     * @param asBefore whether the account is as it was before; if not, deploying again finds what is left
     */
    default void failed(boolean asBefore) {
        // Who wants to know it implements this.
    }

    /**
     * Something a person should know, though the deploy goes on: what was put back, what was left behind.
     *
     * @param text a sentence or two
     */
    void remarks(String text);
}
