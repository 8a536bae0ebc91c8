package io.lifeboat.engine.adapt;

/** Names versions for a reader. */
final class AdaptWords {

    private AdaptWords() {}

    static String version(int number) {
        return number == 0 ? "the model it started with" : "version " + number;
    }
}
