package io.lifeboat.junit.load;

/** Hears what loads measured. Called from several threads, for one load from one at a time. */
public interface LoadSink {

    /** One interval is over; also called for intervals without requests. */
    void interval(LoadSample sample);

    /** A warning that a reader of the report should see. */
    default void note(String text) {}
}
