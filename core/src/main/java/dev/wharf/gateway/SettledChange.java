package dev.wharf.gateway;

import dev.wharf.model.BegunChange;

/**
 * What became of a change that a gateway had begun and nobody had recorded.
 *
 * @param begun the change
 * @param outcome what became of it
 * @param remark what is to be known besides, for operators; empty if nothing
 */
public record SettledChange(BegunChange begun, Outcome outcome, String remark) {
    /** What can become of a change. */
    public enum Outcome {
        /** It was made, and is recorded now as made by who began it. */
        RECORDED,
        /** It was not made. */
        NOT_MADE,
        /** It cannot be told whether it was made; nothing is recorded, and what it may have made is for administrators. */
        UNCLEAR
    }
}
