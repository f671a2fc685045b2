package dev.wharf.packaging.selection;

/**
 * A file that goes into the archive.
 *
 * @param path relative to the project, {@code /}-separated
 * @param size its size in bytes when the project was read
 * @param isExecutable whether its owner may execute it
 */
public record ProjectFile(String path, long size, boolean isExecutable) {}
