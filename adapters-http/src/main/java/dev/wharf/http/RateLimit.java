package dev.wharf.http;

/**
 * What an answer tells of the account's rate limit.
 *
 * @param limit how many calls are allowed in a period, which the API does not tell; positive
 * @param remaining how many are left of them
 */
public record RateLimit(long limit, long remaining) {}
