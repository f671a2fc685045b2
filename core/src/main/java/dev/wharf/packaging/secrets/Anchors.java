package dev.wharf.packaging.secrets;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Finds the anchors of all shapes at once, in any case, with one look at each byte: Aho and Corasick's automaton, its missing
 * steps filled in.
 */
final class Anchors {
    static final int START = 0;
    /** Set in a state in which some anchor ends. */
    static final int FOUND = 1 << 30;

    private static final int MAX_STATES = 2048;

    private final int[] classes = new int[256];
    private final int width;
    private final int[] steps;
    private final List<List<SecretShape>> ending = new ArrayList<>();

    Anchors(List<SecretShape> shapes) {
        int count = 1;
        for (SecretShape shape : shapes) {
            for (int c : shape.anchor().chars().toArray()) {
                if (classes[c] == 0) {
                    classes[c] = count++;
                }
            }
        }
        for (int c = 'A'; c <= 'Z'; c++) {
            classes[c] = classes[c + 'a' - 'A'];
        }
        width = count;
        int[] grown = new int[MAX_STATES * width];
        Arrays.fill(grown, -1);
        ending.add(new ArrayList<>());
        shapes.forEach(shape -> addPath(grown, shape));
        steps = Arrays.copyOf(grown, ending.size() * width);
        complete();
    }

    private void addPath(int[] grown, SecretShape shape) {
        int state = START;
        for (int c : shape.anchor().chars().toArray()) {
            int slot = state * width + classes[c];
            if (grown[slot] < 0) {
                grown[slot] = ending.size();
                ending.add(new ArrayList<>());
            }
            state = grown[slot];
        }
        ending.get(state).add(shape);
    }

    /** Gives every state a step for every byte: where it has none of its own, that of its longest ending that is a state. */
    private void complete() {
        int[] fallback = new int[ending.size()];
        Deque<Integer> left = new ArrayDeque<>(List.of(START));
        while (!left.isEmpty()) {
            int state = left.remove();
            for (int c = 0; c < width; c++) {
                int slot = state * width + c;
                int other = state == START ? START : steps[fallback[state] * width + c];
                if (steps[slot] < 0) {
                    steps[slot] = other;
                } else {
                    fallback[steps[slot]] = other;
                    ending.get(steps[slot]).addAll(ending.get(other));
                    left.add(steps[slot]);
                }
            }
        }
        for (int slot = 0; slot < steps.length; slot++) {
            steps[slot] = steps[slot] * width | (ending.get(steps[slot]).isEmpty() ? 0 : FOUND);
        }
    }

    /** The state after one more byte; a state's {@link #FOUND} bit is taken off before. */
    int step(int state, byte value) {
        return steps[state + classes[value & 0xff]];
    }

    /** The shapes whose anchors end in a state. */
    List<SecretShape> ending(int state) {
        return ending.get((state & ~FOUND) / width);
    }
}
