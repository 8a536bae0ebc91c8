package io.lifeboat.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.SampleJournals;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole page of a small journal, without its style sheet. */
class GoldenPageTests {

    @TempDir
    Path directory;

    @Test
    void thePageOfASmallJournalIsAsAgreed() throws IOException {
        String page = ReportPage.of(ExperimentResult.of(SampleJournals.aborted()))
                .replaceAll("(?s)<style>.*</style>", "<style></style>")
                .replace("><", ">\n<");
        Path actual = Files.writeString(directory.resolve("small.html"), page);
        try (InputStream golden = Objects.requireNonNull(GoldenPageTests.class.getResourceAsStream("small.html"))) {
            assertThat(actual)
                    .as("if the change is meant, replace small.html in the test resources")
                    .content(StandardCharsets.UTF_8)
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
