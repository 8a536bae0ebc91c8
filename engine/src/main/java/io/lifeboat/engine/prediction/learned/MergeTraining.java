package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.adapt.Label;
import io.lifeboat.engine.adapt.Retrained;
import io.lifeboat.engine.adapt.Retraining;
import io.lifeboat.engine.model.file.TrainingWindow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns anew how opinions are merged. The newest labels with {@value #NEWEST_FAILURES} failures are enough: older ones may tell of a
 * fleet that is no more. Of these, the earlier with three fifths of the failures fit the {@link Stack}, and the later the calibration
 * and the reliability; no row does both. Nothing is promised about false alarms: labels are one moment in a horizon and miss just the devices that were
 * moved for an alarm, so that the highest of them says nothing of the highest there was.
 */
final class MergeTraining implements Retraining<Merge> {

    static final int LEAST_FAILURES = 20;
    static final int NEWEST_FAILURES = 100;
    private static final double MERGE = 0.6;

    /** So many of the newest rows are what later ones are compared with. */
    private static final int REFERENCE = 2_000;

    @Override
    public Retrained<Merge> train(List<Label<float[]>> labels, Instant until) throws ModelTraining.TooLittle {
        List<Label<float[]>> recent = newest(labels);
        int failures = failures(recent);
        if (failures < LEAST_FAILURES) {
            throw new ModelTraining.TooLittle(
                    "%d failures are too few to learn from, it takes %d.".formatted(failures, LEAST_FAILURES));
        }
        int cut = afterFailure(recent, (int) Math.ceil(MERGE * failures));
        List<Label<float[]>> earlier = recent.subList(0, cut);
        List<Label<float[]>> later = recent.subList(cut, recent.size());
        requireHealthy(earlier);
        requireHealthy(later);
        TrainingWindow window = new TrainingWindow(recent.get(0).at(), until);
        Merge merge = calibrate(Stack.fit(opinions(earlier), failed(earlier)), later, window);
        List<Label<float[]>> reference = recent.subList(Math.max(0, recent.size() - REFERENCE), recent.size());
        return new Retrained<>(merge, reference.stream().map(Label::sample).toList());
    }

    private static List<Label<float[]>> newest(List<Label<float[]>> labels) {
        int failures = 0;
        int from = labels.size();
        while (from > 0 && failures < NEWEST_FAILURES) {
            failures += labels.get(--from).failed() ? 1 : 0;
        }
        return labels.subList(from, labels.size());
    }

    private static int afterFailure(List<Label<float[]>> labels, int number) {
        int i = 0;
        for (int seen = 0; seen < number; i++) {
            seen += labels.get(i).failed() ? 1 : 0;
        }
        return i;
    }

    private static int failures(List<Label<float[]>> labels) {
        return (int) labels.stream().filter(Label::failed).count();
    }

    private static void requireHealthy(List<Label<float[]>> labels) throws ModelTraining.TooLittle {
        int healthy = labels.size() - failures(labels);
        if (healthy < LEAST_FAILURES) {
            throw new ModelTraining.TooLittle("%d rows without a failure are too few to compare with, it takes %d."
                    .formatted(healthy, LEAST_FAILURES));
        }
    }

    private static List<double[]> opinions(List<Label<float[]>> labels) {
        return labels.stream().map(label -> Opinions.doubles(label.sample())).toList();
    }

    private static boolean[] failed(List<Label<float[]>> labels) {
        boolean[] failed = new boolean[labels.size()];
        for (int i = 0; i < failed.length; i++) {
            failed[i] = labels.get(i).failed();
        }
        return failed;
    }

    private static Merge calibrate(Stack stack, List<Label<float[]>> labels, TrainingWindow window) {
        Map<String, Integer> ids = new LinkedHashMap<>();
        int[] devices = labels.stream()
                .mapToInt(label -> ids.computeIfAbsent(label.device(), name -> ids.size()))
                .toArray();
        List<float[]> opinions = labels.stream().map(Label::sample).toList();
        return Merge.calibrated(stack, opinions, failed(labels), devices, window)
                .withoutPromise();
    }
}
