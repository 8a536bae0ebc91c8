package io.lifeboat.engine.agent;

import io.lifeboat.engine.telemetry.Metric;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Lines at ERROR or worse in the logs of the node's workloads, per second. */
final class LogErrorsProbe implements Probe {

    private static final Pattern ERROR = Pattern.compile("\\b(ERROR|FATAL|SEVERE|CRITICAL|CRIT|ALERT|EMERG|PANIC)\\b");

    /** What is written faster is skipped: a flood of lines must not stall the agent. */
    private static final int MAX_BYTES_PER_TICK = 64 * 1024;

    private final Tracked tracked;
    private final EventRate errors = new EventRate();
    private final Map<Path, Long> offsets = new HashMap<>();

    LogErrorsProbe(Tracked tracked) {
        this.tracked = tracked;
    }

    @Override
    public void measure(Sample sample) {
        offsets.keySet().retainAll(tracked.logs());
        for (Path log : tracked.logs()) {
            errors.add(sample.nanos(), newErrors(log));
        }
        sample.put(Metric.LOG_ERRORS, errors.perSecond(sample.nanos()));
    }

    private long newErrors(Path log) {
        try (FileChannel channel = FileChannel.open(log)) {
            long size = channel.size();
            long offset = offsets.getOrDefault(log, 0L);
            long start = Math.max(offset, size - MAX_BYTES_PER_TICK);
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.max(0, size - start));
            channel.read(buffer, start);
            String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
            // An unfinished line is left for the next tick, unless it alone fills what is read at once.
            int end = text.lastIndexOf('\n') + 1;
            boolean endless = end == 0 && text.length() == MAX_BYTES_PER_TICK;
            offsets.put(log, start + (endless ? text.length() : end));
            return text.substring(0, end)
                    .lines()
                    .filter(line -> ERROR.matcher(line).find())
                    .count();
        } catch (IOException e) {
            // Not written yet, or removed: no lines.
            return 0;
        }
    }
}
