package dev.wharf.http.resilience;

/** Is told what an account did about a bad day; for logs and metrics. */
@FunctionalInterface
public interface ResilienceListener {
    /** Listens to nothing. */
    ResilienceListener NONE = event -> {};

    /**
     * Something was done. Called on the thread that made the call; must be quick and must not throw.
     *
     * @param event what
     */
    void happened(ResilienceEvent event);
}
