package io.lifeboat.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenMarkerTests {

    @TempDir
    Path directory;

    @Test
    void isHeldFromItsCreationToItsRemoval() throws IOException {
        OpenMarker marker = marker();
        assertThat(marker.isHeld()).isFalse();
        marker.create();
        assertThat(marker.isHeld()).isTrue();
        marker.remove();
        assertThat(marker.isHeld()).isFalse();
    }

    @Test
    void aClockThatWasSetRightMeanwhileDoesNotMatter() throws IOException {
        write(ProcessHandle.current().pid() + " " + start().plusSeconds(2));
        assertThat(marker().isHeld()).isTrue();
    }

    @Test
    void anotherProcessWithTheSameIdDoesNotHoldIt() throws IOException {
        write(ProcessHandle.current().pid() + " " + start().minus(Duration.ofHours(1)));
        assertThat(marker().isHeld()).isFalse();
    }

    @Test
    void nobodyHoldsATornOne() throws IOException {
        for (String text : new String[] {"", "12", "12 2026-01", "\0\0\0"}) {
            write(text);
            assertThat(marker().isHeld()).as("\"%s\"", text).isFalse();
        }
    }

    private static Instant start() {
        return ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH);
    }

    private OpenMarker marker() {
        return new OpenMarker(directory.resolve("open"));
    }

    private void write(String text) throws IOException {
        Files.writeString(directory.resolve("open"), text);
    }
}
