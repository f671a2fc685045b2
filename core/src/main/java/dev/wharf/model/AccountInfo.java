package dev.wharf.model;

import org.jspecify.annotations.Nullable;

/**
 * Whose credentials these are.
 *
 * @param accountId the account's identifier
 * @param accountName what people call the account
 * @param userId the user behind the credentials; null if the account does not tell
 */
public record AccountInfo(String accountId, String accountName, @Nullable UserId userId) {}
