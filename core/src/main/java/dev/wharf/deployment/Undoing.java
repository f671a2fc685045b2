package dev.wharf.deployment;

import java.util.ArrayDeque;
import java.util.Deque;

/** What must be done, the last first, to have an account as it was. */
final class Undoing {
    private final Deque<Undo> undos = new ArrayDeque<>();
    private boolean settled;

    /** What takes one step back. */
    private record Undo(String what, Runnable action) {}

    void add(String what, Runnable action) {
        undos.push(new Undo(what, action));
    }

    /** Nothing that was done so far is to be undone any more. */
    void settle() {
        settled = true;
        undos.clear();
    }

    /**
     * Undoes all that can be undone.
     *
     * @return whether that was all that was done
     */
    boolean run(RuntimeException failure, DeployListener listener) {
        boolean all = !settled;
        while (!undos.isEmpty()) {
            Undo undo = undos.pop();
            try {
                undo.action.run();
            } catch (RuntimeException e) {
                failure.addSuppressed(e);
                listener.remarks("Wharf could not undo this: " + undo.what + ". " + e.getMessage());
                all = false;
            }
        }
        return all;
    }
}
