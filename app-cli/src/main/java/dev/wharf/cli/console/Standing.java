package dev.wharf.cli.console;

import dev.wharf.failure.UnknownUploadException;
import org.jspecify.annotations.Nullable;

/** How far a run has come, for whoever ends it before its end: what is true now, and what to do. Safe for several threads. */
public final class Standing {
    private volatile @Nullable String step;
    private volatile @Nullable String reached;
    private volatile String advice = "Check the account before you run the command again.";

    /** At the beginning of a run. */
    public Standing() {
        // Nothing was reached yet.
    }

    /**
     * A step that changes an account is about to be done.
     *
     * @param line which, in a line
     */
    public void begins(String line) {
        step = line;
    }

    /**
     * Something stays as it is now, also if the run ends.
     *
     * @param what what, and what to do about it, in sentences
     */
    public void reached(String what) {
        reached = what;
    }

    /** Running the same command again finds what a run before it left. */
    public void mendsItself() {
        advice = "Run the same command again. It continues from what this one left.";
    }

    /**
     * What is said when the work has ended because the user wanted no more.
     *
     * @param failure how it ended
     * @return sentences
     */
    public String ended(Throwable failure) {
        String known = reached;
        if (known == null && failure instanceof UnknownUploadException lost) {
            known = lost.getMessage();
        }
        return known == null ? "Interrupted. Nothing was left incomplete." : "Interrupted. " + known;
    }

    /**
     * What is said when the work has not ended in the time there was.
     *
     * @return sentences
     */
    public String unanswered() {
        String last = step;
        return "Interrupted before the account answered."
                + (last == null ? "" : " The last step was" + " " + last + ".") + " The account may still do it. "
                + advice;
    }
}
