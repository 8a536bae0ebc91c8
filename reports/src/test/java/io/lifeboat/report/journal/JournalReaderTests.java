package io.lifeboat.report.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalReaderTests {

    @TempDir
    Path directory;

    @Test
    void entriesOfANewerVersionAreSkipped() throws IOException {
        Path file = journal("{\"entry\":\"Teleported\",\"at\":1}\n{\"entry\":\"Note\",\"at\":2,\"text\":\"kept\"}\n");
        assertThat(JournalReader.read(file)).containsExactly(new JournalEntry.Note(2, "kept"));
    }

    @Test
    void journalsFromBeforeIntervalsAndGroundsAreStillRead() throws IOException {
        Path file =
                journal("{\"entry\":\"HealthSample\",\"at\":1,\"node\":\"n\",\"component\":\"CPU\",\"probability\":0.5,"
                        + "\"health\":50.0,\"abstained\":false}\n"
                        + "{\"entry\":\"AlertRaised\",\"at\":2,\"node\":\"n\",\"component\":\"CPU\",\"tier\":\"WARNING\","
                        + "\"probability\":0.5,\"threshold\":0.4,\"horizonMicros\":9,\"reasons\":[\"hot\"]}\n");
        assertThat(JournalReader.read(file))
                .containsExactly(
                        new JournalEntry.HealthSample(1, "n", "CPU", 0.5, 50, false),
                        new JournalEntry.AlertRaised(2, "n", "CPU", "WARNING", 0.5, 0.4, 9, List.of("hot")));
    }

    @Test
    void aBrokenLineIsNamedWithItsFileItsNumberAndTheFix() throws IOException {
        Path file = journal("{\"entry\":\"Note\",\"at\":2,\"text\":\"kept\"}\n{\"entry\":\"Note\",\"at\":}\n");
        assertThatThrownBy(() -> JournalReader.read(file))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("%s, line 3 ({\"entry\":\"Note\",\"at\":})", file)
                .hasMessageContaining("Maybe the file was edited; delete that line");
    }

    @Test
    void aFileOfAnotherKindIsNoJournal() throws IOException {
        Path file = Files.writeString(directory.resolve("other.json"), "{}\n");
        assertThatThrownBy(() -> JournalReader.read(file))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("is no Lifeboat journal of version 1");
    }

    @Test
    void aClosedWriterRefusesEntries() {
        JournalWriter writer = JournalWriter.open(directory.resolve("closed.jsonl"));
        writer.close();
        assertThatThrownBy(() -> writer.write(new JournalEntry.Note(1, "late")))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("came too late");
    }

    private Path journal(String lines) throws IOException {
        return Files.writeString(directory.resolve("journal.jsonl"), JournalWriter.HEADER + "\n" + lines);
    }
}
