package io.lifeboat.engine.prediction;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A list that is made when somebody first looks at it: words cost more than a prediction, and of a hundred thousand nodes hardly
 * any is asked why. What it is made of must not change meanwhile, so that it says the same whenever it is asked. Immutable
 * for whoever looks, and thread-safe.
 */
public final class Deferred<E> extends AbstractList<E> {

    /** What it is made of until it is made, then itself. */
    private Object matter;

    private @Nullable Function<Object, List<E>> maker;

    /** @param maker called once at most, by the thread that looks first; must depend on nothing that changes */
    public Deferred(Supplier<List<E>> maker) {
        this(maker, Supplier::get);
    }

    /**
     * The same with a maker that many lists share, which takes less memory.
     *
     * @param matter what the list is made of; must not change
     * @param maker called once at most, by the thread that looks first
     */
    @SuppressWarnings("unchecked")
    public <T> Deferred(T matter, Function<T, List<E>> maker) {
        this.matter = matter;
        // Only ever given this matter.
        this.maker = (Function<Object, List<E>>) maker;
    }

    @SuppressWarnings("unchecked")
    private synchronized List<E> made() {
        if (maker != null) {
            matter = List.copyOf(maker.apply(matter));
            maker = null;
        }
        return (List<E>) matter;
    }

    @Override
    public E get(int index) {
        return made().get(index);
    }

    @Override
    public int size() {
        return made().size();
    }
}
