package dev.wharf.http.told;

import dev.wharf.failure.InvalidRequestException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Identifiers of others. */
final class Identifier {
    private Identifier() {}

    /** The identifier; null for none, and for the few texts that can name nothing on a path of the API. */
    static <T> @Nullable T of(@Nullable String text, Function<String, T> make) {
        try {
            return text == null ? null : make.apply(text);
        } catch (InvalidRequestException e) {
            return null;
        }
    }
}
