package io.lifeboat.engine.adapt;

import io.lifeboat.engine.adapt.DeviceHistory.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Predictions that wait for their outcome. One made at t becomes a label when t + H has passed, whatever happens before: labels that came
 * early because of a failure would make failures look frequent. A device that failed in (t, t + H] is a positive; one that our own
 * action took out of observation before that (migration, drain, repair) is neither positive nor negative, and so is one that was
 * predicted while it was out of observation or had failed. Tell what happened before asking for the labels of that time. Not thread-safe.
 *
 * @param <T> what is kept of a prediction
 */
public final class LabelBook<T> {

    private final Duration horizon;
    private final int capacity;
    private final Deque<Label<T>> waiting = new ArrayDeque<>();
    private final Map<String, DeviceHistory> devices = new LinkedHashMap<>();

    /** Those of the devices that are gone for good. Only asked for names. */
    private final Set<String> forgotten = new HashSet<>();

    private Instant last = Instant.MIN;
    private long failed;
    private long survived;
    private long censored;
    private long refused;

    /**
     * @param horizon H, positive
     * @param capacity how many predictions may wait, at least 1; more are refused and counted
     */
    public LabelBook(Duration horizon, int capacity) {
        if (horizon.isNegative() || horizon.isZero() || capacity < 1) {
            throw new IllegalArgumentException(
                    "horizon (%s) must be positive and capacity (%d) at least 1.".formatted(horizon, capacity));
        }
        this.horizon = horizon;
        this.capacity = capacity;
    }

    /** A prediction was made. One from before the last, as when a clock is set back, is refused and counted. */
    public void predicted(String device, Instant at, T sample) {
        if (at.isBefore(last) || waiting.size() == capacity) {
            refused++;
            return;
        }
        last = at;
        waiting.add(new Label<>(device, at, sample, false));
    }

    /** The device failed, and is not predicted again until {@link #restored}. */
    public void failed(String device, Instant at) {
        note(device, at, Event.FAILED);
    }

    /** Our own action took the device out of observation: moved its work off, drained it, repaired it. */
    public void censored(String device, Instant at) {
        note(device, at, Event.CENSORED);
    }

    /** The device is back, repaired or replaced, and under observation. */
    public void restored(String device, Instant at) {
        note(device, at, Event.RESTORED);
    }

    /**
     * The devices are gone for good: what is known of them is dropped once no prediction depends on it. Tell first what became of them, by
     * {@link #failed} or {@link #censored}.
     */
    public void forget(Collection<String> gone) {
        gone.stream().filter(devices::containsKey).forEach(forgotten::add);
    }

    private void note(String device, Instant at, Event event) {
        // It is back, if it was gone.
        forgotten.remove(device);
        devices.computeIfAbsent(device, name -> new DeviceHistory()).add(at, event);
    }

    /** The labels of all predictions whose horizon has passed since this was asked last, in the order they were made. */
    public List<Label<T>> due(Instant now) {
        return due(now, (device, sample) -> {});
    }

    /**
     * @param unknown hears of those whose horizon has passed as well but whose outcome nobody can know, since something else than a failure ended
     *     the observation
     */
    List<Label<T>> due(Instant now, BiConsumer<String, T> unknown) {
        List<Label<T>> due = new ArrayList<>();
        while (!waiting.isEmpty() && !waiting.peek().at().plus(horizon).isAfter(now)) {
            Label<T> prediction = waiting.remove();
            outcome(prediction)
                    .ifPresentOrElse(
                            failure -> due.add(labelled(prediction, failure)), () -> lose(prediction, unknown));
        }
        Instant oldest = waiting.isEmpty() ? now : waiting.peek().at();
        devices.entrySet()
                .removeIf(device -> device.getValue().forgetBefore(oldest)
                        || forgotten.contains(device.getKey())
                                && device.getValue().endsBefore(oldest));
        forgotten.retainAll(devices.keySet());
        return due;
    }

    private void lose(Label<T> prediction, BiConsumer<String, T> unknown) {
        censored++;
        DeviceHistory history = devices.get(prediction.device());
        if (history != null && !history.hadFailed(prediction.at())) {
            unknown.accept(prediction.device(), prediction.sample());
        }
    }

    private Optional<Boolean> outcome(Label<T> prediction) {
        DeviceHistory history = devices.get(prediction.device());
        return history == null
                ? Optional.of(false)
                : history.failed(prediction.at(), prediction.at().plus(horizon));
    }

    private Label<T> labelled(Label<T> prediction, boolean failure) {
        if (failure) {
            failed++;
        } else {
            survived++;
        }
        return new Label<>(prediction.device(), prediction.at(), prediction.sample(), failure);
    }

    /** What became of all predictions so far. */
    public LabelCounts counts() {
        return new LabelCounts(waiting.size(), failed, survived, censored, refused);
    }
}
