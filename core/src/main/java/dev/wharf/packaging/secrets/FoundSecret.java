package dev.wharf.packaging.secrets;

/**
 * A secret that a file holds.
 *
 * @param what what it is, with its article: {@code a GitHub token}
 * @param line the line it begins on, from 1; 0 if it is the file as a whole
 */
public record FoundSecret(String what, int line) {}
