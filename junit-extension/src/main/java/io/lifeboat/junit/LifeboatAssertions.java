package io.lifeboat.junit;

/** Entry point of AssertJ assertions on experiments: everything that the {@code @Expect…} annotations can say. */
public final class LifeboatAssertions {

    private LifeboatAssertions() {}

    /** Asserts on what happened in the experiment so far. */
    public static ExperimentAssert assertThat(Experiment experiment) {
        return new ExperimentAssert(experiment);
    }
}
