package io.lifeboat.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/** The rule must see what it is for, also behind a method reference or in a nested class. */
class NoHiddenInputsTests {

    @Test
    void seesHiddenInputs() {
        assertThat(violations(Hidden.class, Hidden.Nested.class))
                .hasSize(4)
                .anySatisfy(text -> assertThat(text).contains("nanoTime"))
                .anySatisfy(text -> assertThat(text).contains("Instant.now"))
                .anySatisfy(text -> assertThat(text).contains("Random.<init>()"))
                .anySatisfy(text -> assertThat(text).contains("System.out"));
    }

    @Test
    void allowsParameters() {
        assertThat(violations(Open.class)).isEmpty();
    }

    private static List<String> violations(Class<?>... types) {
        JavaClasses imported = new ClassFileImporter().importClasses(types);
        return classes()
                .should(new NoHiddenInputs())
                .evaluate(imported)
                .getFailureReport()
                .getDetails();
    }

    @SuppressWarnings("unused")
    private static final class Hidden {
        private final LongSupplier nanos = System::nanoTime;
        private final Random random = new Random();

        private static final class Nested {
            void print() {
                System.out.println(Instant.now());
            }
        }
    }

    @SuppressWarnings("unused")
    private record Open(LongSupplier nanos, InstantSource time, Random random) {
        Open(LongSupplier nanos, InstantSource time, long seed) {
            this(nanos, time, new Random(seed));
        }

        Instant now() {
            return time.instant();
        }
    }
}
