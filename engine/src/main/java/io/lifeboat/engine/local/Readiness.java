package io.lifeboat.engine.local;

import java.time.Duration;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** When a started workload may be sent requests. */
public sealed interface Readiness {

    /** How long a workload may take to become ready if nothing else is said. */
    Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    /** How long the workload may take from its start; positive. */
    Duration timeout();

    /** The same condition with another timeout. */
    Readiness within(Duration timeout);

    /** Ready as soon as a GET of {@code path} is answered with a status from 200 to 399. */
    static Readiness http(String path) {
        return new HttpPath(path, DEFAULT_TIMEOUT);
    }

    /** Ready as soon as the port accepts a connection. */
    static Readiness tcp() {
        return new TcpPort(DEFAULT_TIMEOUT);
    }

    /** Ready as soon as a line of its output contains a match of {@code regex}, see {@link Pattern}. */
    static Readiness logLine(String regex) {
        return new LogLine(regex, DEFAULT_TIMEOUT);
    }

    /** See {@link Readiness#http}. */
    record HttpPath(String path, Duration timeout) implements Readiness {

        public HttpPath {
            checkTimeout(timeout);
            if (!path.startsWith("/") || path.chars().anyMatch(c -> c <= ' ' || c > '~')) {
                throw new IllegalArgumentException(
                        "The readiness path \"%s\" must start with \"/\" and be free of spaces. Maybe use \"/health\"."
                                .formatted(path));
            }
        }

        @Override
        public Readiness within(Duration other) {
            return new HttpPath(path, other);
        }
    }

    /** See {@link Readiness#tcp}. */
    record TcpPort(Duration timeout) implements Readiness {

        public TcpPort {
            checkTimeout(timeout);
        }

        @Override
        public Readiness within(Duration other) {
            return new TcpPort(other);
        }
    }

    /** See {@link Readiness#logLine}. */
    record LogLine(String regex, Duration timeout) implements Readiness {

        public LogLine {
            checkTimeout(timeout);
            try {
                Pattern.compile(regex);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException(
                        "The readiness log line \"%s\" is not a regular expression: %s. Maybe quote it with \\Q and \\E."
                                .formatted(regex, e.getDescription()),
                        e);
            }
        }

        @Override
        public Readiness within(Duration other) {
            return new LogLine(regex, other);
        }
    }

    private static void checkTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException(
                    "The readiness timeout (%s) must be positive. Maybe use 30 seconds.".formatted(timeout));
        }
    }
}
