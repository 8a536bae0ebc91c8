package io.lifeboat.junit.plan;

import io.lifeboat.junit.LocalCluster;
import io.lifeboat.junit.ResilienceTest;
import java.lang.annotation.Annotation;

/** Annotations with nothing but their defaults, for tests that carry only the others. */
final class Defaults {

    static final ResilienceTest RESILIENCE_TEST = on(Holder.class, ResilienceTest.class);
    static final LocalCluster LOCAL_CLUSTER = on(Holder.class, LocalCluster.class);

    private Defaults() {}

    private static <A extends Annotation> A on(Class<?> holder, Class<A> type) {
        A found = holder.getAnnotation(type);
        if (found == null) {
            throw new IllegalStateException(holder + " must carry " + type);
        }
        return found;
    }

    @ResilienceTest
    @LocalCluster
    private static final class Holder {}
}
