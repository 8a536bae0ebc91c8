package io.lifeboat.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.SampleJournals;
import io.lifeboat.report.journal.JournalEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ResultJsonTests {

    @Test
    void everyKindOfResultObeysThePublishedSchema() throws IOException {
        JsonObject schema = schema();
        assertThat(SchemaCheck.problems(json(SampleJournals.runUpToACrash("a", true, false)), schema))
                .isEmpty();
        assertThat(SchemaCheck.problems(json(SampleJournals.runUpToACrash("b", false, true)), schema))
                .isEmpty();
        assertThat(SchemaCheck.problems(json(SampleJournals.aborted()), schema)).isEmpty();
        assertThat(SchemaCheck.problems(json(List.of()), schema)).isEmpty();
    }

    @Test
    void aDocumentThatDisobeysIsFound() throws IOException {
        JsonObject broken = json(SampleJournals.runUpToACrash("a", true, false));
        broken.addProperty("outcome", "splendid");
        broken.remove("phases");
        broken.addProperty("extra", 1);
        assertThat(SchemaCheck.problems(broken, schema())).hasSize(3);
    }

    @Test
    void theHeadlinesAreInMicroseconds() {
        JsonObject json = json(SampleJournals.runUpToACrash("a", true, false));
        assertThat(json.get("leadTimeMicros").getAsLong()).isEqualTo(3_800_000);
        assertThat(json.get("slowestMoveMicros").getAsLong()).isEqualTo(3_100_000);
        assertThat(json.get("simulated").getAsBoolean()).isFalse();
    }

    private static JsonObject json(List<JournalEntry> entries) {
        return JsonParser.parseString(ResultJson.of(ExperimentResult.of(entries)))
                .getAsJsonObject();
    }

    private static JsonObject schema() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ResultJson.class.getResourceAsStream("lifeboat-result.schema.json"))) {
            return JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .getAsJsonObject();
        }
    }
}
