package io.lifeboat.engine.agent;

import io.lifeboat.engine.telemetry.Metric;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The lines that an agent sends: a greeting, then one for each tick. */
public sealed interface Report {

    /**
     * The first line of every connection.
     *
     * @param node id of the sender's node
     * @param pid of the agent
     * @param scrubAddress of the agent's scrub region, 0 if unknown
     * @param scrubLength in bytes
     */
    record Hello(String node, long pid, long scrubAddress, long scrubLength) implements Report {

        @Override
        public String toLine() {
            return "hello " + node + " " + pid + " " + scrubAddress + " " + scrubLength;
        }
    }

    /**
     * What was measured in one tick.
     *
     * @param values finite numbers
     */
    record Measured(Map<Metric, Double> values) implements Report {

        @Override
        public String toLine() {
            StringBuilder line = new StringBuilder("measured");
            values.forEach((metric, value) ->
                    line.append(' ').append(metric).append('=').append(value.floatValue()));
            return line.toString();
        }
    }

    /** The line without its end. */
    String toLine();

    /** Empty when the line is not a report, e.g. because it was cut off. */
    static Optional<Report> parse(String line) {
        String[] words = line.split(" ");
        try {
            if (words[0].equals("hello") && words.length == 5) {
                return Optional.of(new Hello(
                        words[1], Long.parseLong(words[2]), Long.parseLong(words[3]), Long.parseLong(words[4])));
            }
            return words[0].equals("measured") ? Optional.of(measured(words)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            // Bytes were lost or changed on the way.
            return Optional.empty();
        }
    }

    private static Report measured(String[] words) {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            values.put(
                    Metric.valueOf(words[i].substring(0, Math.max(0, equals))),
                    Double.valueOf(words[i].substring(equals + 1)));
        }
        return new Measured(values);
    }
}
