package dev.wharf.packaging.selection;

import java.time.Duration;

/**
 * How far a project is walked through at most. A link to {@code /proc}, or to a whole disk, would else be walked for hours.
 *
 * @param maxEntries the most files and directories, packaged or not; what lies in a directory that is left out as a whole does
 *     not count
 * @param maxDepth the most directories that lie in each other
 * @param maxTime the longest time
 */
public record WalkLimits(int maxEntries, int maxDepth, Duration maxTime) {
    /** 200 000 entries, 512 directories deep, which is twice what an archive may have, and two minutes. */
    public static final WalkLimits DEFAULT = new WalkLimits(200_000, 512, Duration.ofMinutes(2));
}
