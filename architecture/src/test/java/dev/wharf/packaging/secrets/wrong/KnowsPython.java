package dev.wharf.packaging.secrets.wrong;

import dev.wharf.packaging.python.PythonToken;

/** A part of packaging that uses one which the plan does not give it, on purpose. */
final class KnowsPython {
    boolean isSecret(PythonToken token) {
        return token.isName();
    }
}
