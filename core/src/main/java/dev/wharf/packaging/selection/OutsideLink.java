package dev.wharf.packaging.selection;

/**
 * A link that leads out of the project, to what goes in from there.
 *
 * @param path the link, relative to the project
 * @param target where it leads, as it was written
 */
public record OutsideLink(String path, String target) {}
