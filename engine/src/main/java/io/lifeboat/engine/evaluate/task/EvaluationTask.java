package io.lifeboat.engine.evaluate.task;

import java.io.IOException;

/** One benchmark: reads training and test data, writes predictions and figures. Stateless, so safe to share. */
public interface EvaluationTask {

    /** The word on the command line that selects this task, such as {@code disk}. */
    String name();

    /** The arguments of this task and the layout of its files, as shown by {@code --help}. */
    String usage();

    /**
     * Trains, predicts and measures. Every threshold that decides anything comes from the training data alone.
     *
     * @throws IllegalArgumentException if an option or a file breaks a rule; the message names the value and a likely fix
     * @throws IOException if a file cannot be read or written
     */
    void run(EvaluateOptions options) throws IOException;
}
