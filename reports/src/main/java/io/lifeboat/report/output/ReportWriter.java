package io.lifeboat.report.output;

import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.html.ReportPage;
import io.lifeboat.report.journal.JournalReader;
import io.lifeboat.report.json.ResultJson;
import io.lifeboat.report.markdown.MarkdownSummary;
import java.nio.file.Path;

/** Writes all reports of a test. */
public final class ReportWriter {

    /** The name of the JSON result, by which {@link RunIndex} finds tests. */
    static final String RESULT = "lifeboat-result.json";

    private ReportWriter() {}

    /**
     * Reads the journal and writes {@code index.html}, {@code lifeboat-result.json} and {@code summary.md}.
     *
     * @param directory exists
     * @param journal of one test
     * @throws java.io.UncheckedIOException if a report cannot be written
     */
    public static void write(Path directory, Path journal) {
        ExperimentResult result = ExperimentResult.of(JournalReader.read(journal));
        AtomicFile.write(directory.resolve("index.html"), ReportPage.of(result));
        AtomicFile.write(directory.resolve("summary.md"), MarkdownSummary.of(result));
        AtomicFile.write(directory.resolve(RESULT), ResultJson.of(result));
    }
}
