package dev.wharf.http.resilience;

/** The cause of a failure of a call that this side did not make, and that making again at once would not help. */
final class CallNotMade extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CallNotMade() {
        super("the call was not made");
    }
}
