package dev.wharf.http.resilience;

/** The cause of a failure of a call that was not made, because those before it failed. */
final class CircuitOpenFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CircuitOpenFailure() {
        super("the call was not made");
    }
}
