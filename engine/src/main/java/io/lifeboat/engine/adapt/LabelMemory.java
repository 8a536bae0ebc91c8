package io.lifeboat.engine.adapt;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last labels, in memory and, where there is a file, on disk: of these at most twice as many. Not thread-safe. */
final class LabelMemory {

    private final int memory;
    private final Deque<Label<float[]>> labels = new ArrayDeque<>();
    private final List<Label<float[]>> pending = new ArrayList<>();
    private @Nullable LabelFile file;
    private boolean appendable;
    private int written;
    private @Nullable String problem;

    /** Starts with what is in the file. One that is refused is replaced once there are new labels. */
    LabelMemory(int memory, @Nullable LabelFile file) {
        this.memory = memory;
        this.file = file;
        if (file != null) {
            try {
                appendable = file.read(this::take);
            } catch (IOException e) {
                // Labels of a file that is broken somewhere are worth no more than those after the break.
                labels.clear();
                problem = e.getMessage();
            }
        }
        written = labels.size();
    }

    private void take(Label<float[]> label) {
        if (labels.size() == memory) {
            labels.remove();
        }
        labels.add(label);
    }

    void remember(Label<float[]> label) {
        take(label);
        if (file != null) {
            pending.add(label);
        }
    }

    /** All there are, oldest first. */
    List<Label<float[]>> known() {
        return List.copyOf(labels);
    }

    /** Writes down what is new. A disk that does not take it is not tried again. */
    void keep() {
        if (file == null || pending.isEmpty()) {
            return;
        }
        try {
            if (appendable && written + pending.size() <= 2L * memory) {
                file.append(pending);
                written += pending.size();
            } else {
                file.replace(labels);
                written = labels.size();
                appendable = true;
            }
        } catch (IOException e) {
            problem = "Labels are no longer kept on disk, a restart will not know them: " + e;
            file = null;
        }
        pending.clear();
    }

    /** Why labels are missing, or will be after a restart; told once. */
    Optional<String> takeProblem() {
        Optional<String> taken = Optional.ofNullable(problem);
        problem = null;
        return taken;
    }
}
