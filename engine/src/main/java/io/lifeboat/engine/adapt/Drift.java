package io.lifeboat.engine.adapt;

import java.util.List;

/**
 * Something is no longer as it was.
 *
 * @param what the feature's name, {@code "scores"} or {@code "outcomes"}
 * @param detectors that agree, at least two
 * @param words for a reader of the report
 */
public record Drift(String what, List<String> detectors, String words) {

    public Drift {
        detectors = List.copyOf(detectors);
    }
}
