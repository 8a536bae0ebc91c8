package io.lifeboat.fault;

/** Whether an injector can do something here: yes, or no and why and what would help. */
public sealed interface Availability {

    /**
     * It can.
     *
     * @param means how, in a few words, e.g. "cgroup v1 quota"
     */
    record Available(String means) implements Availability {}

    /**
     * It cannot.
     *
     * @param reason why not
     * @param remedy what would help, a sentence that begins with "Maybe"
     */
    record Unavailable(String reason, String remedy) implements Availability {}
}
