package dev.wharf.packaging.text;

/** Text is no JSON from some place on. */
final class NotJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String advice;

    NotJsonException(String what, String advice) {
        super(what);
        this.what = what;
        this.advice = advice;
    }

    String sentence() {
        return "It is not JSON: " + what + ".";
    }

    String advice() {
        return advice;
    }
}
