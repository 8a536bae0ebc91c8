package io.lifeboat.engine.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.telemetry.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrendPredictorTests {

    private static final double CRITICAL = 0.25;
    private static final double WARNING = 0.15;
    private static final int SEEDS = 40;

    /** Failures that ramp from nothing to everything within 5 s on one node. */
    enum Ramp {
        THROTTLE(Component.CPU) {
            @Override
            void apply(double severity, Map<Metric, Double> values, SplittableRandom random) {
                values.put(Metric.CPU_THROTTLED, share(severity + 0.2 * (random.nextDouble() - 0.5)));
            }
        },
        STEAL(Component.CPU) {
            @Override
            void apply(double severity, Map<Metric, Double> values, SplittableRandom random) {
                values.put(Metric.CPU_STEAL, share(severity + 0.2 * (random.nextDouble() - 0.5)));
            }
        },
        MEMORY(Component.MEMORY) {
            @Override
            void apply(double severity, Map<Metric, Double> values, SplittableRandom random) {
                int errors = 0;
                for (int i = 0; i < 100; i++) {
                    errors += random.nextDouble() < 0.12 * severity ? 1 : 0;
                }
                values.put(Metric.MEMORY_CORRECTED_ERRORS, errors * 10.0);
                values.put(Metric.MEMORY_UNCORRECTED_ERRORS, severity > 0.8 ? 10.0 : 0);
            }
        },
        LOSS(Component.NETWORK) {
            @Override
            void apply(double severity, Map<Metric, Double> values, SplittableRandom random) {
                int lost = 0;
                for (int i = 0; i < 10; i++) {
                    lost += random.nextDouble() < severity ? 1 : 0;
                }
                values.put(Metric.NETWORK_LOSS, lost / 10.0);
                values.put(Metric.NETWORK_RETRANSMITS, lost * 5.0);
            }
        },
        /** Counted over the last second, as agents do: 50 probes a second, each given up after 250 ms. */
        LOSS_OVER_A_SECOND(Component.NETWORK) {
            @Override
            void apply(double severity, Map<Metric, Double> values, SplittableRandom random) {
                int lost = count(50, Math.max(0, severity - 0.15), random);
                values.put(Metric.NETWORK_LOSS, lost / 50.0);
                values.put(Metric.NETWORK_RETRANSMITS, (double) lost);
            }
        },
        /** Counted over the last second, 50 a second at worst. */
        MEMORY_OVER_A_SECOND(Component.MEMORY) {
            @Override
            void apply(double severity, Map<Metric, Double> values, SplittableRandom random) {
                values.put(Metric.MEMORY_CORRECTED_ERRORS, (double)
                        count(500, 0.1 * Math.max(0, severity - 0.1), random));
            }
        };

        private static int count(int times, double probability, SplittableRandom random) {
            int count = 0;
            for (int i = 0; i < times; i++) {
                count += random.nextDouble() < probability ? 1 : 0;
            }
            return count;
        }

        private final Component component;

        Ramp(Component component) {
            this.component = component;
        }

        abstract void apply(double severity, Map<Metric, Double> values, SplittableRandom random);

        Trace.Shape shape() {
            return (node, seconds, values, random) -> {
                if (node.equals(Trace.SICK) && Trace.ramp(seconds) > 0) {
                    apply(Trace.ramp(seconds), values, random);
                }
            };
        }
    }

    private static double share(double value) {
        return Math.max(0, Math.min(1, value));
    }

    @ParameterizedTest
    @EnumSource(Ramp.class)
    void aRampToFailureWithinFiveSecondsIsSeenInTime(Ramp ramp) {
        List<Double> delays = new ArrayList<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            List<Trace.Point> points = new Trace(seed, new TrendPredictor(), ramp.shape()).of(ramp.component, 13);
            delays.add(Trace.alarm(points, CRITICAL) - Trace.RAMP_START);
        }
        // What an agent counts over a whole second is known half a second later.
        double most = ramp.ordinal() < Ramp.LOSS_OVER_A_SECOND.ordinal() ? 2.5 : 3.0;
        assertThat(delays).allSatisfy(delay -> assertThat(delay).isBetween(0.5, 3.5));
        assertThat(delays).filteredOn(delay -> delay <= most).hasSizeGreaterThanOrEqualTo(SEEDS * 95 / 100);
    }

    @Test
    void theEvidenceTellsLevelHistoryPeersAndTimeLeft() {
        List<Trace.Point> points = new Trace(1, new TrendPredictor(), Ramp.THROTTLE.shape()).of(Component.CPU, 11);
        Evidence strongest =
                points.get(points.size() - 1).prediction().evidence().get(0);
        assertThat(strongest.metric()).isEqualTo(Metric.CPU_THROTTLED);
        assertThat(strongest.contribution()).isGreaterThan(0.9);
        assertThat(strongest.reason())
                .matches("throttled \\d+ % of the time, \\d+ points above its own history, peers 0 % of the time; "
                        + "crosses the tolerance of 80 % of the time in about \\d\\.\\d s");
    }

    @Test
    void onlyTheFailingComponentOfTheFailingNodeIsSuspected() {
        List<Prediction> all = new Trace(1, new TrendPredictor(), Ramp.MEMORY.shape()).run(12);
        assertThat(all)
                .filteredOn(prediction -> prediction.probability() >= 0.05)
                .isNotEmpty()
                .allSatisfy(prediction -> {
                    assertThat(prediction.node()).isEqualTo(Trace.SICK);
                    assertThat(prediction.component()).isEqualTo(Component.MEMORY);
                });
    }

    @Test
    void healthFallsAsTheFailureComesNearer() {
        List<Trace.Point> points = new Trace(3, new TrendPredictor(), Ramp.THROTTLE.shape()).of(Component.CPU, 12.5);
        assertThat(points.get(79).prediction().health()).isEqualTo(100);
        assertThat(points.get(points.size() - 1).prediction().health()).isLessThan(10);
    }

    @Nested
    class WithoutAFault {

        /** Half a minute of everything that is no fault, many times over. */
        private void staysQuiet(Trace.Shape shape) {
            for (int seed = 0; seed < SEEDS; seed++) {
                List<Prediction> all = new Trace(seed, new TrendPredictor(), shape).run(40);
                assertThat(all)
                        .as("seed %d", seed)
                        .hasSizeGreaterThan(4000)
                        .noneMatch(prediction -> prediction.probability() >= WARNING);
            }
        }

        @Test
        void aFourfoldLoadStepOnOneNodeIsNoFailure() {
            staysQuiet((node, seconds, values, random) -> {
                if (node.equals(Trace.SICK) && seconds > 10 && seconds < 25) {
                    values.merge(Metric.CPU_UTILISATION, 4.0, (a, b) -> Math.min(1, a * b));
                    values.put(Metric.CPU_PRESSURE, 0.6 + 0.4 * random.nextDouble());
                    values.merge(Metric.NETWORK_ROUND_TRIP, 6.0, (a, b) -> a * b);
                    values.merge(Metric.DISK_LATENCY, 3.0, (a, b) -> a * b);
                }
            });
        }

        @Test
        void contentionThatHitsAllNodesIsNoFailureOfOne() {
            staysQuiet((node, seconds, values, random) -> {
                boolean spike = seconds % 10 > 7;
                if (spike) {
                    values.put(Metric.CPU_STEAL, 0.3 + 0.3 * random.nextDouble());
                    values.put(Metric.NETWORK_ROUND_TRIP, 0.05 + 0.2 * random.nextDouble());
                    values.put(Metric.DISK_LATENCY, 0.1 + 0.3 * random.nextDouble());
                    values.put(Metric.NETWORK_LOSS, random.nextInt(5) == 0 ? 0.3 : 0);
                }
            });
        }

        @Test
        void singleErrorsLostProbesAndPausesAreNoFailure() {
            staysQuiet((node, seconds, values, random) -> {
                if (random.nextInt(60) == 0) {
                    values.put(Metric.MEMORY_CORRECTED_ERRORS, 10.0);
                }
                if (random.nextInt(60) == 0) {
                    values.put(Metric.NETWORK_LOSS, 1.0);
                    values.put(Metric.NETWORK_RETRANSMITS, 10.0);
                }
                if (random.nextInt(40) == 0) {
                    values.put(Metric.NETWORK_ROUND_TRIP, 0.25);
                    values.put(Metric.DISK_LATENCY, 0.3);
                    values.put(Metric.CPU_STEAL, 0.5);
                }
            });
        }

        @Test
        void oneErrorAndOneLostProbeSmearedOverASecondAreNoFailure() {
            staysQuiet((node, seconds, values, random) -> {
                if (node.equals(Trace.SICK) && seconds % 7 < 1) {
                    values.put(Metric.MEMORY_CORRECTED_ERRORS, 1.0);
                    values.put(Metric.NETWORK_LOSS, 0.1);
                    values.put(Metric.NETWORK_RETRANSMITS, 1.0);
                }
            });
        }

        @Test
        void aMigrationThatStartsAJavaProcessIsNoFailure() {
            staysQuiet((node, seconds, values, random) -> {
                if (node.equals(Trace.SICK) && seconds > 12 && seconds < 16) {
                    values.put(Metric.CPU_UTILISATION, 1.0);
                    values.put(Metric.CPU_PRESSURE, 0.9);
                    values.put(Metric.MEMORY_USED, 0.4 + 0.1 * (seconds - 12));
                    values.put(Metric.NETWORK_ROUND_TRIP, 0.005 + 0.06 * random.nextDouble());
                    values.put(Metric.DISK_LATENCY, 0.01 + 0.1 * random.nextDouble());
                }
            });
        }

        @Test
        void aGapInTheTelemetryIsNoFailure() {
            staysQuiet((node, seconds, values, random) -> {
                if (node.equals(Trace.SICK) && seconds > 12 && seconds < 15) {
                    values.clear();
                }
            });
        }
    }

    @Test
    void aNodeThatFellSilentIsAbstainedOnAfterASecond() {
        List<Trace.Point> points = new Trace(1, new TrendPredictor(), (node, seconds, values, random) -> {
                    if (node.equals(Trace.SICK) && Trace.ramp(seconds) > 0) {
                        Ramp.THROTTLE.apply(Trace.ramp(seconds), values, random);
                    }
                    if (node.equals(Trace.SICK) && seconds > 11) {
                        values.clear();
                    }
                })
                .of(Component.CPU, 13);
        assertThat(points.get(110).prediction().probability()).isGreaterThan(0.9);
        assertThat(points.get(points.size() - 1).prediction().abstained()).isTrue();
        assertThat(points.get(points.size() - 1).prediction().probability()).isZero();
    }

    @Test
    void aFaultThatEndsIsForgottenAndSeenAgainWhenItComesBack() {
        List<Trace.Point> points = new Trace(1, new TrendPredictor(), (node, seconds, values, random) -> {
                    double again = seconds > 30 ? seconds - 20 : seconds;
                    if (node.equals(Trace.SICK) && again < 14 && Trace.ramp(again) > 0) {
                        Ramp.THROTTLE.apply(Trace.ramp(again), values, random);
                    }
                })
                .of(Component.CPU, 33);
        assertThat(points.get(135).prediction().probability()).isGreaterThan(0.9);
        assertThat(points.get(170).prediction().probability()).isZero();
        assertThat(points.get(points.size() - 1).prediction().probability()).isGreaterThan(0.9);
    }

    @Test
    void aSteadyLevelBelowTheToleranceIsToldButNotActedUpon() {
        List<Trace.Point> points = new Trace(1, new TrendPredictor(), (node, seconds, values, random) -> {
                    if (node.equals(Trace.SICK) && seconds > 8) {
                        values.put(Metric.CPU_THROTTLED, 0.55 + 0.04 * random.nextDouble());
                    }
                })
                .of(Component.CPU, 20);
        assertThat(Trace.alarm(points, WARNING)).isInfinite();
        Prediction last = points.get(points.size() - 1).prediction();
        assertThat(last.probability()).isBetween(0.03, WARNING);
        assertThat(last.evidence().get(0).reason()).contains("of the way to the tolerance");
    }

    @Test
    void aSuddenLevelBeyondTheToleranceIsSeenAtOnce() {
        List<Trace.Point> points = new Trace(1, new TrendPredictor(), (node, seconds, values, random) -> {
                    if (node.equals(Trace.SICK) && seconds > 8) {
                        values.put(Metric.NETWORK_LOSS, 1.0);
                    }
                })
                .of(Component.NETWORK, 11);
        assertThat(Trace.alarm(points, CRITICAL)).isBetween(8.3, 9.5);
    }
}
