package io.lifeboat.engine.adapt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Has a model trained from the labels, one at a time, on the executor. */
final class Trainer<M> {

    private final Retraining<M> retraining;
    private final LabelMemory labels;
    private final BackgroundJob<Retrained<M>> job;

    Trainer(Retraining<M> retraining, Executor executor, LabelMemory labels) {
        this.retraining = retraining;
        this.labels = labels;
        this.job = new BackgroundJob<>(executor);
    }

    boolean isBusy() {
        return job.isRunning();
    }

    void start(Instant until) throws BackgroundJob.Failed {
        List<Label<float[]>> known = labels.known();
        job.start(() -> retraining.train(known, until));
    }

    /** What came of it; empty while it runs and when nothing does. */
    Optional<Retrained<M>> collect() throws BackgroundJob.Failed {
        try {
            return job.collect();
        } catch (BackgroundJob.Failed e) {
            throw new BackgroundJob.Failed("Training failed: " + e.getMessage(), e);
        }
    }
}
