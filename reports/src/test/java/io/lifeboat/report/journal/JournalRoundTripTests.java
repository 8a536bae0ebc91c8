package io.lifeboat.report.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.report.SampleJournals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalRoundTripTests {

    @TempDir
    Path directory;

    @Test
    void whatIsWrittenIsReadBackAlsoEntriesWithATypeOfTheirOwn() {
        List<JournalEntry> entries = new ArrayList<>(SampleJournals.runUpToACrash("a \"b\"\n<c>", true, false));
        entries.add(new JournalEntry.IncidentOpened(1, "incident-1", "rack r1", List.of("node-1", "node-2")));
        entries.add(new JournalEntry.IncidentClosed(2, "incident-1", List.of("node-1", "node-2")));
        Path file = directory.resolve("journal.jsonl");
        SampleJournals.write(file, entries);
        assertThat(JournalReader.read(file)).isEqualTo(entries);
    }

    @Test
    void aTornLastLineIsLeftOut() throws IOException {
        List<JournalEntry> entries = SampleJournals.runUpToACrash("torn", true, false);
        Path file = directory.resolve("journal.jsonl");
        SampleJournals.write(file, entries);
        Files.writeString(file, "{\"entry\":\"No", StandardOpenOption.APPEND);
        assertThat(JournalReader.read(file)).isEqualTo(entries);
    }
}
