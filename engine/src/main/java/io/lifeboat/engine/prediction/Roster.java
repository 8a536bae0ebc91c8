package io.lifeboat.engine.prediction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Nodes by name, numbered from 0 in the order in which they were first heard of, for what is kept of them in plain arrays. Internal to the
 * engine's predictors. Not thread-safe, but any number of threads may ask until the next change.
 */
public final class Roster<N extends Roster.Member> {

    /** Only asked for names. */
    private final Map<String, N> byName = new HashMap<>();

    private final List<N> inOrder = new ArrayList<>();

    /** A node that knows its name and its number. */
    public interface Member {

        String name();

        int number();

        /** Others have left, and it is another one among those that stay. */
        void renumber(int now);
    }

    public int size() {
        return inOrder.size();
    }

    /** The node with a number. */
    public N get(int number) {
        return inOrder.get(number);
    }

    /** The node with a name; null if it was never added, or has left. */
    public @Nullable N find(String name) {
        return byName.get(name);
    }

    /** Adds a node, whose number must be the {@link #size}. */
    public void add(N node) {
        byName.put(node.name(), node);
        inOrder.add(node);
    }

    /**
     * Strikes nodes off, and numbers the others anew.
     *
     * @return the numbers that the others had, rising; empty if none was there
     */
    public Optional<int[]> remove(Collection<String> names) {
        names.forEach(byName::remove);
        if (byName.size() == inOrder.size()) {
            return Optional.empty();
        }
        inOrder.removeIf(node -> !byName.containsKey(node.name()));
        int[] kept = inOrder.stream().mapToInt(Member::number).toArray();
        for (int i = 0; i < kept.length; i++) {
            inOrder.get(i).renumber(i);
        }
        return Optional.of(kept);
    }
}
