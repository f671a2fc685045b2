package dev.wharf.model;

/**
 * Names one package of an account, such as {@code happy_harmony}. It stays the same when the package's file is replaced.
 *
 * @param value the identifier's text: 1 to 100 letters, digits, {@code _} or {@code -}
 */
public record PackageId(String value) {
    /**
     * Checks the text.
     *
     * @param value the identifier's text
     * @throws dev.wharf.failure.InvalidRequestException if the text cannot be such an identifier
     */
    public PackageId {
        Identifiers.check("package", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
