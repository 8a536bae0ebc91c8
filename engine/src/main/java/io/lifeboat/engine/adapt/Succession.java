package io.lifeboat.engine.adapt;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Which of several models is in use, where each of them must be shown everything to have an opinion, and is asked by the caller. A challenger
 * runs in the shadow, takes over if it is no worse, and is taken back if failures do not come as it claims. Versions are kept on a shelf;
 * 0 is the model it started with. Not thread-safe.
 *
 * @param <M> the model
 */
public final class Succession<M> {

    private final ModelShelf<M> shelf;
    private final Consumer<AdaptEvent> listener;
    private final LabelBook<Claims> labels;
    private final Rollout<M> rollout;

    /**
     * Takes the current model of the shelf.
     *
     * @param first is in use where there is none
     */
    public Succession(M first, ModelShelf<M> shelf, AdaptSettings settings, Consumer<AdaptEvent> listener) {
        this.shelf = shelf;
        this.listener = listener;
        this.labels = new LabelBook<>(settings.horizon(), settings.memory());
        this.rollout = new Rollout<>(first, shelf, settings, listener);
    }

    /** The model in use. */
    public M model() {
        return rollout.current().model();
    }

    /** The number of the model in use; 0 for the one it started with. */
    public int version() {
        return rollout.version();
    }

    /** The model in the shadow. */
    public Optional<M> challenger() {
        return rollout.challenger().map(Version::model);
    }

    /** Whether a challenger can come: the last one has been judged, and what took over has proved itself. */
    public boolean isOpen() {
        return rollout.isOpen();
    }

    /** Tries a model in the shadow, if {@linkplain #isOpen one can come}. It is put on the shelf and read back first. */
    public void challenge(Instant now, M model) {
        if (!isOpen()) {
            return;
        }
        try {
            rollout.challenge(now, shelf.add(model));
        } catch (IOException | RuntimeException e) {
            // What cannot be kept and read back would be gone after a restart, whatever its author threw.
            listener.accept(new AdaptEvent.RetrainingFailed(now, String.valueOf(e.getMessage())));
        }
    }

    /** The challenger, if there is one, has another one to beat: it is tried from the beginning. */
    public void championChanged() {
        rollout.tryAnew();
    }

    /**
     * What was claimed of a device.
     *
     * @param claimed had consequences
     * @param challenged what the challenger would have claimed; not a number if there is none, or it broke
     */
    public void claimed(String device, Instant at, double claimed, double challenged) {
        if (!isOpen()) {
            int number = rollout.challenger().map(Version::number).orElse(0);
            // A predecessor is not asked any more: on probation only whether failures come as claimed counts.
            labels.predicted(device, at, new Claims(version(), claimed, claimed, number, challenged));
        }
    }

    /** The device failed. */
    public void failed(String device, Instant at) {
        labels.failed(device, at);
    }

    /** Our own action took the device out of observation. */
    public void censored(String device, Instant at) {
        labels.censored(device, at);
    }

    /** These devices have left for good: what is not due yet still gets its label. */
    public void forget(Collection<String> devices) {
        labels.forget(devices);
    }

    /** The device is back under observation. */
    public void restored(String device, Instant at) {
        labels.restored(device, at);
    }

    /** Does what there is to do now. */
    public void adapt(Instant now) {
        rollout.tellProblems(now);
        for (Label<Claims> label : labels.due(now, rollout::unknown)) {
            rollout.outcome(now, label.device(), label.sample(), label.failed());
        }
        rollout.decide(now);
    }
}
