package dev.wharf.packaging.secrets;

import org.jspecify.annotations.Nullable;

/** What a kind of secret looks like around a text that all of the kind have. */
interface SecretShape {
    /** The text, in lower case; it is found in any case. */
    String anchor();

    /**
     * Looks at a place where the anchor is.
     *
     * @param window what is in memory
     * @param start where the anchor begins
     * @param file what is known of the file
     * @return what was found, without anything secret in it; null if it is no secret
     */
    @Nullable
    Sighting look(Window window, int start, FileKind file);

    /**
     * A secret that was found.
     *
     * @param what what it is, for a sentence that begins with "It holds"
     * @param end where it ends
     */
    record Sighting(String what, int end) {}

    /**
     * What is known of a file before its bytes are looked at.
     *
     * @param isBinary whether it is no text
     * @param isSettings whether it holds names and values that need no quotes
     */
    record FileKind(boolean isBinary, boolean isSettings) {}
}
