package dev.wharf.model;

/**
 * On whose behalf a hosted registry acts.
 *
 * @param user the user
 * @param role what the user may do
 */
public record Principal(UserId user, Role role) {}
