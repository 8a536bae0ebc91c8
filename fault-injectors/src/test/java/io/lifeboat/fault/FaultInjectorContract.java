package io.lifeboat.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.fault.testkit.Await;
import io.lifeboat.fault.testkit.MemoryJournal;
import io.lifeboat.fault.testkit.Target;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What every injector must keep, whatever it injects. */
public abstract class FaultInjectorContract {

    protected final MemoryJournal journal = new MemoryJournal();

    /** The injector under test. */
    protected abstract FaultInjector injector();

    /** A failure that it can inject, at severity 1. */
    protected abstract Failure failure();

    /** A target that it can inject it into. */
    protected abstract FaultTarget target();

    /** Does what the fault acts on, at least once, and comes back although the fault is there. */
    protected abstract void activity() throws Exception;

    /** What can be seen of the target from outside; equal as long as nothing acts on it. */
    protected abstract String observed() throws Exception;

    /** Whether the fault can be undone at all. */
    protected boolean undoable() {
        return true;
    }

    @Test
    void isAvailableForItsTargetAndSaysByWhatMeans() {
        assertThat(injector().availability(failure(), target()))
                .isInstanceOfSatisfying(
                        Availability.Available.class,
                        available -> assertThat(available.means()).isNotBlank());
    }

    @Test
    void severityZeroChangesNothing() throws Exception {
        FaultTarget target = target();
        String before = observed();
        try (ActiveFault fault = injector().inject(failure(), target, journal)) {
            fault.severity(0);
            Await.elapse(Duration.ofMillis(100));
            assertThat(observed()).isEqualTo(before);
            assertThat(fault.evidence().hits()).isZero();
            assertThat(fault.evidence().tookEffect()).isFalse();
        }
        assertThat(observed()).isEqualTo(before);
        assertThat(journal.open()).isEmpty();
    }

    @Test
    void fullSeverityTakesEffectAndTheEvidenceOutlivesTheFault() throws Exception {
        ActiveFault fault = injector().inject(failure(), target(), journal);
        try (fault) {
            fault.severity(1);
            activity();
            assertThat(fault.evidence().tookEffect()).isTrue();
        }
        assertThat(fault.evidence().hits()).isPositive();
        assertThat(fault.evidence().unit()).isNotBlank();
        assertThat(fault.evidence().readBack()).isNotBlank();
    }

    @Test
    void closingUndoesOnceAndForAll() throws Exception {
        FaultTarget target = target();
        String before = observed();
        ActiveFault fault = injector().inject(failure(), target, journal);
        fault.severity(1);
        activity();
        fault.close();
        fault.close();
        fault.severity(1);
        assertThat(journal.open()).isEmpty();
        if (undoable()) {
            assertThat(observed()).isEqualTo(before);
        }
    }

    @Test
    void closingGoesThroughInAnInterruptedThread() throws Exception {
        FaultTarget target = target();
        String before = observed();
        ActiveFault fault = injector().inject(failure(), target, journal);
        fault.severity(1);
        activity();
        Thread.currentThread().interrupt();
        fault.close();
        assertThat(Thread.interrupted()).as("the interruption is kept").isTrue();
        assertThat(journal.open()).isEmpty();
        if (undoable()) {
            assertThat(observed()).isEqualTo(before);
        }
    }

    @Test
    void refusesATargetThatItCannotReach() {
        assertThat(injector().availability(failure(), Target.none()))
                .isInstanceOfSatisfying(Availability.Unavailable.class, no -> {
                    assertThat(no.reason()).contains("n1");
                    assertThat(no.remedy()).startsWith("Maybe ");
                });
        assertThatThrownBy(() -> injector().inject(failure(), Target.none(), journal))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("n1");
        assertThat(journal.open()).isEmpty();
    }

    @Test
    void refusesFailuresOfOtherTypes() {
        FaultTarget target = target();
        assertThat(Arrays.stream(FailureType.values())
                        .filter(type -> type.name().startsWith("NETWORK")
                                != failure().type().name().startsWith("NETWORK"))
                        .filter(type -> type != failure().type())
                        .map(type -> injector().availability(Failure.of(type, 1, 1), target)))
                .isNotEmpty()
                .allSatisfy(availability -> assertThat(availability)
                        .isInstanceOfSatisfying(
                                Availability.Unavailable.class,
                                no -> assertThat(no.remedy()).startsWith("Maybe ")));
    }
}
