package io.lifeboat.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.fault.FailureType;
import io.lifeboat.report.journal.JournalEntry;
import io.lifeboat.report.journal.JournalReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult.Status;

/** Wherever an annotation may be present, it works: the journals tell which faults were injected. */
class AnnotationPresenceTests {

    @TempDir
    Path reports;

    @Test
    void methodClassSuperclassAndMetaAnnotationAddUp() {
        assertThat(faultsOf(ChildTestCase.class))
                .containsExactlyInAnyOrder(
                        "CPU_THROTTLE node-1",
                        "NETWORK_CUT node-2",
                        "MEMORY_CORRUPTION node-3",
                        "PROCESS_PAUSE node-1",
                        "DISK_LATENCY node-2");
    }

    @Test
    void nestedClassesShareTheAnnotationsAroundThem() {
        assertThat(faultsOf(OuterTestCase.class))
                .containsExactlyInAnyOrder("CPU_THROTTLE node-1", "NETWORK_CUT node-2");
    }

    @Test
    void everyInvocationOfAParameterizedOrRepeatedTestIsAnExperiment() {
        assertThat(faultsOf(InvocationsTestCase.class)).hasSize(4).containsOnly("CPU_THROTTLE node-1");
    }

    @Test
    void aFactoryOfDynamicTestsIsOneExperiment() {
        assertThat(faultsOf(FactoryTestCase.class)).containsExactly("CPU_THROTTLE node-1");
    }

    @Test
    void aTestWithoutResilienceTestIsAResilienceTestAllTheSame() {
        assertThat(faultsOf(BareTestCase.class)).containsExactly("CPU_THROTTLE node-1");
    }

    @Test
    void testsOfOneInstanceDoNotDisturbEachOther() {
        assertThat(faultsOf(PerClassTestCase.class))
                .containsExactlyInAnyOrder("CPU_THROTTLE node-1", "NETWORK_CUT node-2");
    }

    @Test
    void testsRunSideBySide() {
        ResilienceTestKit parallel = kit().with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.mode.default", "concurrent");
        assertThat(parallel.run(PerClassTestCase.class))
                .allSatisfy(outcome ->
                        assertThat(outcome.status()).as(outcome.message()).isEqualTo(Status.SUCCESSFUL));
        assertThat(injected()).containsExactlyInAnyOrder("CPU_THROTTLE node-1", "NETWORK_CUT node-2");
    }

    private List<String> faultsOf(Class<?> fixture) {
        assertThat(kit().run(fixture))
                .isNotEmpty()
                .allSatisfy(outcome ->
                        assertThat(outcome.status()).as(outcome.message()).isEqualTo(Status.SUCCESSFUL));
        return injected();
    }

    private ResilienceTestKit kit() {
        return ResilienceTestKit.reportingTo(reports);
    }

    private List<String> injected() {
        try (Stream<Path> files = Files.walk(reports)) {
            return files.filter(file -> file.endsWith("journal.jsonl"))
                    .flatMap(file -> JournalReader.read(file).stream())
                    .filter(JournalEntry.FaultInjected.class::isInstance)
                    .map(JournalEntry.FaultInjected.class::cast)
                    .map(fault -> fault.type() + " " + fault.node())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @PauseNode(target = "node-1", after = "100ms", duration = "500ms")
    @interface ShortFreeze {}

    @ResilienceTest(recovery = "0s", duration = "1s")
    @SimulatedCluster
    @CorruptMemory(target = "node-3", after = "100ms", duration = "500ms")
    abstract static class BaseTestCase {}

    @CutNetwork(target = "node-2", after = "100ms", duration = "500ms")
    static class ChildTestCase extends BaseTestCase {

        @Test
        @ThrottleCpu(target = "node-1", after = "100ms", duration = "500ms")
        @ShortFreeze
        @SlowDisk(target = "node-2", after = "100ms", duration = "500ms")
        void test() {}
    }

    @ResilienceTest(recovery = "0s", duration = "1s")
    @SimulatedCluster
    @ThrottleCpu(target = "node-1", after = "100ms", duration = "500ms")
    static class OuterTestCase {

        @Nested
        @CutNetwork(target = "node-2", after = "100ms", duration = "500ms")
        class Inner {

            @Test
            void test() {}
        }
    }

    @ResilienceTest(recovery = "0s", duration = "1s")
    @SimulatedCluster
    @ThrottleCpu(target = "node-1", after = "100ms", duration = "500ms")
    static class InvocationsTestCase {

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void parameterized(int number, Cluster cluster) {
            assertThat(cluster.nodes()).hasSize(3);
            assertThat(number).isPositive();
        }

        @RepeatedTest(2)
        void repeated() {}
    }

    @ResilienceTest(recovery = "0s", duration = "1s")
    @SimulatedCluster
    static class FactoryTestCase {

        @TestFactory
        @ThrottleCpu(target = "node-1", after = "100ms", duration = "500ms")
        Stream<DynamicTest> tests(Experiment experiment) {
            return Stream.of("a", "b").map(name -> DynamicTest.dynamicTest(name, experiment::start));
        }
    }

    static class BareTestCase {

        @Test
        @SimulatedCluster
        @InjectFailure(type = FailureType.CPU_THROTTLE, target = "node-1", after = "100ms", duration = "500ms")
        void test() {}
    }

    @ResilienceTest(recovery = "0s", duration = "1s")
    @SimulatedCluster
    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClassTestCase {

        @Test
        @ThrottleCpu(target = "node-1", after = "100ms", duration = "500ms")
        void one() {}

        @Test
        @CutNetwork(target = "node-2", after = "100ms", duration = "500ms")
        void other() {}
    }
}
