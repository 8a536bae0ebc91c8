package io.lifeboat.fault.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.fault.ActiveFault;
import io.lifeboat.fault.Availability;
import io.lifeboat.fault.Failure;
import io.lifeboat.fault.FailureType;
import io.lifeboat.fault.FaultException;
import io.lifeboat.fault.FaultInjector;
import io.lifeboat.fault.FaultInjectorContract;
import io.lifeboat.fault.FaultTarget;
import io.lifeboat.fault.MemoryRegions.MemoryRegion;
import io.lifeboat.fault.testkit.Await;
import io.lifeboat.fault.testkit.Child;
import io.lifeboat.fault.testkit.MemoryMain;
import io.lifeboat.fault.testkit.Target;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryInjectorTests extends FaultInjectorContract {

    private static final int WORDS = 4096;

    @TempDir
    private Path directory;

    private Child child;
    private long address;

    @BeforeEach
    void startChild() throws IOException {
        start("private");
    }

    private void start(String kind) throws IOException {
        Path file = directory.resolve(kind);
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(WORDS * 8L);
        }
        child = Child.start(MemoryMain.class, file.toString(), Integer.toString(WORDS), kind);
        address = Long.parseLong(child.line());
    }

    @AfterEach
    void killChild() {
        child.close();
    }

    @Override
    protected FaultInjector injector() {
        return new MemoryInjector();
    }

    @Override
    protected Failure failure() {
        return Failure.of(FailureType.MEMORY_CORRUPTION, 1, 42);
    }

    @Override
    protected FaultTarget target() {
        return target(0, WORDS);
    }

    private FaultTarget target(int from, int words) {
        return Target.of(new MemoryRegion(child.pid(), address + from * 8L, words * 8L, "test"));
    }

    @Override
    protected void activity() {
        Await.until("words changed", () -> !observed().isEmpty());
    }

    /** Words that are not as the child wrote them, as the child sees them. */
    @Override
    protected String observed() {
        child.say("look");
        return child.line();
    }

    private List<String> wrong() {
        return Arrays.stream(observed().split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    @Test
    void belowSeverityPointEightEveryWrongWordHasOneWrongBit() {
        // So few words that the same ones are hit again and again.
        try (ActiveFault fault = injector().inject(failure(), target(0, 16), journal)) {
            fault.severity(0.7);
            Await.until("many words changed", () -> wrong().size() >= 12);
            assertThat(wrong()).allMatch(word -> word.endsWith(":1"));
        }
        assertThat(observed()).isEmpty();
    }

    @Test
    void aboveItSomeWordsHaveTwo() {
        try (ActiveFault fault = injector().inject(failure(), target(), journal)) {
            fault.severity(1);
            Await.until("a double error", () -> wrong().stream().anyMatch(word -> word.endsWith(":2")));
            int seen = wrong().size();
            assertThat(fault.evidence().hits()).isGreaterThanOrEqualTo(seen);
        }
        assertThat(observed()).isEmpty();
    }

    @Test
    void touchesNothingOutsideTheRegion() {
        try (ActiveFault fault = injector().inject(failure(), target(100, 32), journal)) {
            fault.severity(1);
            Await.until("many words changed", () -> wrong().size() >= 16);
            assertThat(wrong())
                    .extracting(word -> Integer.valueOf(word.split(":")[0]))
                    .allMatch(word -> word >= 100 && word < 132);
        }
    }

    @Test
    void leavesAloneWhatTheOwnerWroteSince() {
        try (ActiveFault fault = injector().inject(failure(), target(5, 1), journal)) {
            fault.severity(1);
            activity();
            fault.severity(0);
            child.say("set 5");
            child.line();
        }
        assertThat(observed()).as("the new value, not the one before the flip").isEmpty();
    }

    @Test
    void aDeadProcessHasNothingToPutBack() {
        try (ActiveFault fault = injector().inject(failure(), target(), journal)) {
            fault.severity(1);
            activity();
            child.kill();
            Await.until("noticed", () -> fault.evidence().readBack().contains("gone"));
        }
    }

    @Test
    void refusesWhatIsNotWhollyMapped() {
        assertRefused(new MemoryRegion(child.pid(), address, 1L << 40, "test"));
        assertRefused(new MemoryRegion(child.pid(), 8, 8, "test"));
        assertRefused(new MemoryRegion(child.pid(), address + 1, 8, "test"));
        assertRefused(new MemoryRegion(child.pid(), address, 12, "test"));
        assertRefused(new MemoryRegion(child.pid(), address, 0, "test"));
        assertRefused(new MemoryRegion(child.pid(), address, Long.MAX_VALUE - 7, "test"));
        assertRefused(new MemoryRegion(Integer.MAX_VALUE, address, 8, "test"));
    }

    @Test
    void refusesSharedMemoryForItMayBeSomebodyElsesFile() throws IOException {
        child.close();
        start("shared");
        assertRefused(new MemoryRegion(child.pid(), address, 8, "test"));
    }

    private void assertRefused(MemoryRegion region) {
        assertThat(injector().availability(failure(), Target.of(region)))
                .isInstanceOfSatisfying(
                        Availability.Unavailable.class,
                        no -> assertThat(no.remedy()).startsWith("Maybe "));
        assertThatThrownBy(() -> injector().inject(failure(), Target.of(region), journal))
                .isInstanceOf(FaultException.class);
    }
}
