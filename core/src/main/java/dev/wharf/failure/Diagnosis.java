package dev.wharf.failure;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong, and what to do about it, where both are found out apart from the failure that says them.
 *
 * @param problem what is wrong, a sentence
 * @param hint what to do about it; null if nothing is to be said
 */
public record Diagnosis(String problem, @Nullable String hint) {}
