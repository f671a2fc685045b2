package dev.wharf.packaging;

import dev.wharf.failure.InvalidArchiveException;
import dev.wharf.failure.InvalidArchiveException.Reason;

/** How archives are refused: each reason in words, with hostile names cut short and cleaned. */
final class Refusal {
    private static final int SHOWN = 80;
    private static final String NOT_VALID = "The file is not a valid connector package: ";

    private Refusal() {}

    static InvalidArchiveException because(Reason reason, String what) {
        return new InvalidArchiveException(reason, NOT_VALID + what);
    }

    static InvalidArchiveException because(Reason reason, String what, String hint) {
        return new InvalidArchiveException(reason, NOT_VALID + what, hint, null);
    }

    static InvalidArchiveException inconsistent(String what) {
        return because(Reason.INCONSISTENT, what, "Build the archive again.");
    }

    static String shown(String name) {
        String cut = name.length() > SHOWN ? name.substring(0, SHOWN) + "…" : name;
        StringBuilder clean = new StringBuilder();
        cut.codePoints().forEach(c -> clean.appendCodePoint(isPrintable(c) ? c : '?'));
        return "'" + clean + "'";
    }

    private static boolean isPrintable(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
