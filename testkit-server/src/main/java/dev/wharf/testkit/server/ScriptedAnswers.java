package dev.wharf.testkit.server;

import dev.wharf.testkit.CannedAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the next requests are answered instead of being carried out. Safe for many threads. */
final class ScriptedAnswers {
    private final List<Scripted> waiting = new ArrayList<>();

    private record Scripted(String request, int times, CannedAnswer answer) {}

    synchronized void add(String request, int times, CannedAnswer answer) {
        if (times < 1) {
            throw new IllegalArgumentException(
                    "A scripted answer must be given at least once, not" + " " + times + " times.");
        }
        waiting.add(new Scripted(request, times, answer));
    }

    /** The first answer that waits for such a request, which is used up by that once. */
    synchronized Optional<CannedAnswer> take(String request) {
        for (int i = 0; i < waiting.size(); i++) {
            Scripted scripted = waiting.get(i);
            if (request.startsWith(scripted.request())) {
                if (scripted.times() == 1) {
                    waiting.remove(i);
                } else {
                    waiting.set(i, new Scripted(scripted.request(), scripted.times() - 1, scripted.answer()));
                }
                return Optional.of(scripted.answer());
            }
        }
        return Optional.empty();
    }

    synchronized void clear() {
        waiting.clear();
    }
}
