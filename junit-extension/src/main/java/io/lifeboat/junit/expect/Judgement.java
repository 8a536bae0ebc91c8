package io.lifeboat.junit.expect;

/**
 * Whether an expectation was met, with figures.
 *
 * @param passed whether it was met
 * @param required what was asked for, e.g. "at most 150 ms"
 * @param observed what was seen, e.g. "412 ms"
 * @param reason more words where needed, else empty; where there was no data, what to change
 */
public record Judgement(boolean passed, String required, String observed, String reason) {

    static Judgement of(boolean passed, String required, String observed) {
        return new Judgement(passed, required, observed, "");
    }

    /** There was nothing to judge, which is never good enough. */
    static Judgement noData(String required, String reason) {
        return new Judgement(false, required, "nothing", reason);
    }
}
