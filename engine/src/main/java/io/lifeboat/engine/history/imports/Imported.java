package io.lifeboat.engine.history.imports;

import io.lifeboat.engine.history.Truth;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.util.List;

/**
 * What an import read.
 *
 * @param frames the telemetry, oldest first
 * @param truths what really happened, as far as the data says
 * @param remarks what the person who imports should know, a sentence each
 */
record Imported(List<TelemetryFrame> frames, List<Truth> truths, List<String> remarks) {

    Imported {
        frames = List.copyOf(frames);
        truths = List.copyOf(truths);
        remarks = List.copyOf(remarks);
    }
}
