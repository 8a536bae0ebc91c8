package io.lifeboat.junit.load;

/** Makes load generators. */
public final class LoadGenerators {

    private LoadGenerators() {}

    public static ManagedLoadGenerator create(LoadConfig config) {
        return new DefaultLoadGenerator(config);
    }
}
