package dev.wharf.http.wire;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.SchemaNaming;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The REST API's words for {@link SchemaNaming}. */
public final class NamingText {
    private static final String SUFFIX = "_NAMING";

    private NamingText() {}

    static @Nullable String of(@Nullable SchemaNaming naming) {
        return naming == null ? null : naming + SUFFIX;
    }

    /**
     * What an account tells.
     *
     * @param text the word; null if none
     * @return the naming; null for a word that is not known, as for none
     */
    public static @Nullable SchemaNaming told(@Nullable String text) {
        return known(text).orElse(null);
    }

    /** What a caller asks for. */
    static @Nullable SchemaNaming asked(@Nullable String text) {
        return text == null
                ? null
                : known(text)
                        .orElseThrow(() -> new InvalidRequestException(
                                "destination_schema_names must be FIVETRAN_NAMING or SOURCE_NAMING."));
    }

    private static Optional<SchemaNaming> known(@Nullable String text) {
        return Arrays.stream(SchemaNaming.values())
                .filter(naming -> (naming + SUFFIX).equals(text))
                .findFirst();
    }
}
