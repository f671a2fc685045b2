package dev.wharf.model;

/**
 * Names one package of an account, such as {@code happy_harmony}. It stays the same when the package's file is replaced.
 *
 * @param value the identifier's text, as the account that made it has it: any characters, but not blank
 */
public record PackageId(String value) {
    /**
     * Checks the text.
     *
     * @param value the identifier's text
     * @throws dev.wharf.failure.InvalidRequestException if the text cannot be such an identifier
     */
    public PackageId {
        Identifiers.checkGiven("package", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
