package io.lifeboat.engine.prediction;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A list that is made when somebody first looks at it: words cost more than a prediction, and of a hundred thousand nodes hardly
 * any is asked why. What it is made of must not change meanwhile, so that it says the same whenever it is asked. Immutable
 * for whoever looks, and thread-safe.
 */
public final class Deferred<E> extends AbstractList<E> {

    private @Nullable Supplier<List<E>> maker;
    private List<E> made = List.of();

    /** @param maker called once at most, by the thread that looks first; must depend on nothing that changes */
    public Deferred(Supplier<List<E>> maker) {
        this.maker = maker;
    }

    private synchronized List<E> made() {
        if (maker != null) {
            made = List.copyOf(maker.get());
            maker = null;
        }
        return made;
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
