package io.lifeboat.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.history.HistoryLimits;
import io.lifeboat.engine.history.HistoryStore;
import io.lifeboat.engine.history.imports.ImportHistory;
import io.lifeboat.engine.model.calibration.Ranking;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.learned.LearnedModels;
import io.lifeboat.engine.prediction.learned.LearnedPredictor;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From SMART rows of drives to predictions of drives that were never seen. */
class ProductionTrainingTests {

    private static final int DRIVES = 40;

    @TempDir
    static Path directory;

    private static String told = "";
    private static LearnedModels models = LearnedModels.forLocalNodes();

    @BeforeAll
    static void train() throws IOException {
        imported("trained", 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int status = Train.run(
                List.of(
                        "--history", directory.resolve("trained").toString(),
                        "--out", directory.resolve("models").toString(),
                        "--horizon", "30d"),
                stream,
                stream);
        told = out.toString(StandardCharsets.UTF_8);
        assertThat(status).as(told).isZero();
        models = LearnedModels.load(directory.resolve("models"));
    }

    private static Path imported(String name, long seed) throws IOException {
        Path rows = Files.write(directory.resolve(name + ".csv"), Drives.rows(DRIVES, seed));
        Path history = directory.resolve(name);
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        int status = new ImportHistory(InstantSource.system())
                .run(List.of("smart", "--history", history.toString(), "--input", rows.toString()), nowhere, nowhere);
        assertThat(status).isZero();
        return history;
    }

    private static List<TelemetryFrame> frames(Path history) throws IOException {
        return HistoryStore.open(history, HistoryLimits.UNLIMITED, InstantSource.system())
                .runs()
                .get(0)
                .frames();
    }

    @Test
    void trainingSaysHowOftenTheTelemetryCameAndHowGoodTheModelIs() {
        assertThat(told).contains("telemetry each PT24H", "5 parts", "DISK: area under the ROC curve");
        assertThat(models.components()).containsExactly(Component.DISK);
        assertThat(models.cadence().step()).isEqualTo(Duration.ofDays(1));
        assertThat(models.horizon()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void ofDrivesNeverSeenThoseThatFailScoreHigher() throws IOException {
        List<Prediction> said = scores(frames(imported("unseen", 2)));
        float[] probabilities = new float[said.size()];
        boolean[] failed = new boolean[said.size()];
        for (int i = 0; i < failed.length; i++) {
            Prediction prediction = said.get(i);
            int drive = Integer.parseInt(prediction.node().substring("drive-".length()));
            probabilities[i] = (float) prediction.probability();
            Instant failure = Drives.FIRST_DAY
                    .plusDays(Drives.lastDay(drive) + 1)
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC);
            failed[i] = Drives.fails(drive) && !failure.isAfter(prediction.at().plus(prediction.horizon()));
        }
        Ranking ranking = Ranking.of(probabilities, failed);
        assertThat(ranking.auc()).as("%s", ranking).isGreaterThan(0.8);
    }

    /** What was said of the disk of each drive on each day, by an engine that looks once a day. */
    private static List<Prediction> scores(List<TelemetryFrame> frames) {
        LearnedPredictor predictor = new LearnedPredictor(models);
        Map<Instant, List<TelemetryFrame>> days = new TreeMap<>();
        frames.forEach(frame ->
                days.computeIfAbsent(frame.at(), at -> new ArrayList<>()).add(frame));
        List<Prediction> all = new ArrayList<>();
        days.forEach((at, reported) -> {
            reported.forEach(predictor::observe);
            predictor.predict(at).stream()
                    .filter(prediction -> prediction.component() == Component.DISK && !prediction.abstained())
                    .filter(prediction ->
                            reported.stream().anyMatch(frame -> frame.node().equals(prediction.node())))
                    .forEach(all::add);
        });
        return all;
    }

    @Test
    void aDriveIsNotAbstainedOnBetweenItsReportsButIsWhenTheyStop() throws IOException {
        LearnedPredictor predictor = new LearnedPredictor(models);
        List<TelemetryFrame> frames = frames(directory.resolve("trained")).stream()
                .filter(frame -> frame.node().equals(Drives.name(1)))
                .limit(30)
                .toList();
        frames.forEach(predictor::observe);
        Instant last = frames.get(29).at();
        assertThat(disk(predictor, last.plus(Duration.ofHours(23))).opinions()).isNotEmpty();
        assertThat(disk(predictor, last.plus(Duration.ofDays(10))).abstained()).isTrue();
    }

    private static Prediction disk(LearnedPredictor predictor, Instant at) {
        return predictor.predict(at).stream()
                .filter(prediction -> prediction.component() == Component.DISK)
                .findFirst()
                .orElseThrow();
    }
}
