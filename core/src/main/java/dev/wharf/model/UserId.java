package dev.wharf.model;

/**
 * Names the user on whose behalf something was done.
 *
 * @param value the identifier's text, as the account that made it has it: any characters, but not blank
 */
public record UserId(String value) {
    /**
     * Checks the text.
     *
     * @param value the identifier's text
     * @throws dev.wharf.failure.InvalidRequestException if the text cannot be such an identifier
     */
    public UserId {
        Identifiers.checkGiven("user", value);
    }

    /**
     * Checks that this is a user whom a registry of ours can give rights to.
     *
     * @throws dev.wharf.failure.InvalidRequestException if it has other characters than letters, digits, {@code _} and {@code -}, or
     *     more than 100
     */
    public void checkForm() {
        Identifiers.checkForm("user", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
