package io.lifeboat.junit.experiment;

import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.console.ConsoleLine;
import io.lifeboat.report.journal.JournalReader;
import io.lifeboat.report.journal.JournalWriter;
import io.lifeboat.report.output.ReportWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The journal of an experiment on disk, and the reports beside it. */
record JournalFile(Path directory, JournalWriter writer) {

    private static final String NAME = "journal.jsonl";

    static JournalFile create(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.deleteIfExists(directory.resolve(NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The directory for the report (%s) cannot be written.%nMaybe set lifeboat.reports to another one."
                            .formatted(directory.toAbsolutePath()),
                    e);
        }
        return new JournalFile(directory, JournalWriter.open(directory.resolve(NAME)));
    }

    Path path() {
        return directory.resolve(NAME).toAbsolutePath();
    }

    ExperimentResult result() {
        return ExperimentResult.of(JournalReader.read(path()));
    }

    void writeReports() {
        ReportWriter.write(directory, path());
    }

    Path html() {
        return directory.resolve("index.html").toAbsolutePath();
    }

    String consoleLine() {
        return ConsoleLine.of(result(), html());
    }
}
