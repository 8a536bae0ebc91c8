package io.lifeboat.junit.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.fault.FailureType;
import io.lifeboat.junit.CrashNode;
import io.lifeboat.junit.CutNetwork;
import io.lifeboat.junit.InjectFailure;
import io.lifeboat.junit.ThrottleCpu;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AnnotationFinderTests {

    @Test
    void findsRepeatedOnesOnTheMethod() throws NoSuchMethodException {
        assertThat(targets(Plain.class, "repeated")).containsExactly("node-1", "node-2");
    }

    @Test
    void aCarrierOverridesAttributesOfTheSameName() throws NoSuchMethodException {
        List<InjectFailure> found = find(Plain.class, "shortcut");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).type()).isEqualTo(FailureType.CPU_THROTTLE);
        assertThat(found.get(0).target()).isEqualTo("node-3");
        assertThat(found.get(0).severity()).isEqualTo(0.9);
        assertThat(found.get(0).jitter()).isEqualTo("50ms");
    }

    @Test
    void repeatedShortcutsAllCount() throws NoSuchMethodException {
        assertThat(targets(Plain.class, "twoShortcuts")).containsExactly("node-1", "node-2");
    }

    @Test
    void anAnnotationOfUsersCarriesSeveral() throws NoSuchMethodException {
        assertThat(targets(Plain.class, "composed")).containsExactly("node-1", "node-2");
    }

    @Test
    void classInterfaceSuperclassAndEnclosingClassAddUpNearestFirst() throws NoSuchMethodException {
        assertThat(targets(Outer.Inner.class, "test"))
                .containsExactly("method", "class", "interface", "superclass", "enclosing");
    }

    @Test
    void aStaticNestedClassDoesNotShareThoseAroundIt() throws NoSuchMethodException {
        assertThat(targets(Outer.Apart.class, "test")).isEmpty();
    }

    private static List<String> targets(Class<?> type, String method) throws NoSuchMethodException {
        return find(type, method).stream().map(InjectFailure::target).toList();
    }

    private static List<InjectFailure> find(Class<?> type, String method) throws NoSuchMethodException {
        return new AnnotationFinder(type, type.getDeclaredMethod(method)).all(InjectFailure.class);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @ThrottleCpu(target = "node-1")
    @CutNetwork(target = "node-2")
    @interface BadDay {}

    static class Plain {

        @InjectFailure(type = FailureType.NETWORK_CUT, target = "node-1")
        @InjectFailure(type = FailureType.NETWORK_CUT, target = "node-2")
        void repeated() {}

        @ThrottleCpu(target = "node-3")
        void shortcut() {}

        @ThrottleCpu(target = "node-1")
        @ThrottleCpu(target = "node-2")
        void twoShortcuts() {}

        @BadDay
        void composed() {}
    }

    @CrashNode(target = "superclass")
    static class Base {}

    @CrashNode(target = "interface")
    interface Face {}

    @CrashNode(target = "enclosing")
    static class Outer {

        @Nested
        @CrashNode(target = "class")
        class Inner extends Middle {

            @CrashNode(target = "method")
            void test() {}
        }

        static class Apart {
            void test() {}
        }
    }

    static class Middle extends Base implements Face {}
}
