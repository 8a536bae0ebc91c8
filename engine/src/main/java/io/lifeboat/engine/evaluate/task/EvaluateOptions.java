package io.lifeboat.engine.evaluate.task;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The command line of the command {@code evaluate} after the name of the task: options in long form, each with one or more values.
 *
 * @param values the values of every option, by its name without dashes
 */
public record EvaluateOptions(Map<String, List<String>> values) {

    private static final Set<String> COMMON = Set.of("train", "test", "predictions", "json", "seed", "threads");

    private static final int MOST_THREADS = 1_024;

    public EvaluateOptions {
        values = Map.copyOf(values);
    }

    /**
     * Reads {@code --name value value --other value}.
     *
     * @throws IllegalArgumentException if a value comes before any option, or an option has none or is given twice
     */
    public static EvaluateOptions parse(List<String> arguments) {
        Map<String, List<String>> values = new TreeMap<>();
        String name = "";
        List<String> current = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith("--")) {
                name = argument.substring(2);
                current = new ArrayList<>();
                if (values.put(name, current) != null) {
                    throw new IllegalArgumentException(
                            "--" + name + " is given twice. Maybe list all its values once.");
                }
            } else if (name.isEmpty()) {
                throw new IllegalArgumentException(
                        "'" + argument + "' belongs to no option. Maybe the one before it is missing its --.");
            } else {
                current.add(argument);
            }
        }
        values.forEach(EvaluateOptions::requireValue);
        return new EvaluateOptions(values);
    }

    private static void requireValue(String name, List<String> given) {
        if (given.isEmpty()) {
            throw new IllegalArgumentException("--" + name + " has no value. Maybe a file name is missing after it.");
        }
    }

    /**
     * Refuses options that no one would read, so that a typing error does not pass for the default.
     *
     * @param own what this task reads besides train, test, predictions, json, seed and threads
     * @throws IllegalArgumentException if there is any other
     */
    public void allowOnly(Set<String> own) {
        for (String name : new TreeSet<>(values.keySet())) {
            if (!COMMON.contains(name) && !own.contains(name)) {
                Set<String> known = new TreeSet<>(COMMON);
                known.addAll(own);
                throw new IllegalArgumentException(
                        "--" + name + " is no option of this task. Maybe one of " + known + ".");
            }
        }
    }

    /** The files to learn from; at least one. */
    public List<Path> train() {
        return files("train");
    }

    /** The files to predict; at least one. */
    public List<Path> test() {
        return files("test");
    }

    /** Where labels are kept apart from the data, if they are. */
    public Optional<Path> labels() {
        return optionalFile("labels");
    }

    /** Where the truth of the test data is kept, if it is known. */
    public Optional<Path> truth() {
        return optionalFile("truth");
    }

    /** Where to write one line a decision, as CSV. */
    public Path predictions() {
        return Path.of(text("predictions"));
    }

    /** Where to write the figures, as JSON. */
    public Path json() {
        return Path.of(text("json"));
    }

    /**
     * Sees to it that what is needed in any case is there before hours of training: where to write, the seed, the number of threads.
     *
     * @throws IllegalArgumentException if a value is missing or impossible, or an output cannot be written or would replace an input
     */
    public void requireOutputs() {
        seed();
        threads();
        OutputFiles.require(this);
    }

    /** The seed of everything random; 1 unless {@code --seed} is given. */
    public long seed() {
        return number("seed", 1);
    }

    /** How many threads may train at once; 1 unless {@code --threads} is given. The result does not depend on it. */
    public int threads() {
        long threads = number("threads", 1);
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException(
                    "--threads is '%d', but must be 1 to %d. Maybe leave it out: the result does not depend on it."
                            .formatted(threads, MOST_THREADS));
        }
        return (int) threads;
    }

    /**
     * A whole number.
     *
     * @throws IllegalArgumentException if it is given and is not one
     */
    public long number(String name, long otherwise) {
        String text = text(name, Long.toString(otherwise));
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "--%s is '%s', but must be a whole number. Maybe write --%s %d."
                            .formatted(name, text, name, otherwise),
                    e);
        }
    }

    /**
     * The value of an option, or a default.
     *
     * @throws IllegalArgumentException if it has more than one
     */
    public String text(String name, String otherwise) {
        return single(name, values.getOrDefault(name, List.of(otherwise)));
    }

    /**
     * The existing directories given for an option.
     *
     * @throws IllegalArgumentException if the option is missing or a directory does not exist
     */
    public List<Path> directories(String name) {
        List<Path> directories = required(name).stream().map(Path::of).toList();
        for (Path directory : directories) {
            if (!Files.isDirectory(directory)) {
                throw new IllegalArgumentException(
                        "--%s names %s, which is no directory. Maybe the path is relative to another folder."
                                .formatted(name, directory));
            }
        }
        return directories;
    }

    /**
     * The existing files given for an option.
     *
     * @throws IllegalArgumentException if the option is missing, a file does not exist or is a directory
     */
    public List<Path> files(String name) {
        List<Path> files = required(name).stream().map(Path::of).toList();
        files.forEach(file -> requireReadable(name, file));
        return files;
    }

    /**
     * The value of an option that must be there.
     *
     * @throws IllegalArgumentException if it is missing, or has more than one
     */
    public String text(String name) {
        return single(name, required(name));
    }

    private static String single(String name, List<String> given) {
        if (given.size() > 1) {
            throw new IllegalArgumentException(
                    "--%s has the values %s, but takes one. Maybe one with a blank is missing its quotes."
                            .formatted(name, given));
        }
        return given.get(0);
    }

    private Optional<Path> optionalFile(String name) {
        return values.containsKey(name) ? Optional.of(files(name).get(0)) : Optional.empty();
    }

    private List<String> required(String name) {
        List<String> given = values.get(name);
        if (given == null) {
            throw new IllegalArgumentException("--" + name + " is required. Maybe see --help for this task.");
        }
        return given;
    }

    private static void requireReadable(String name, Path file) {
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("--" + name + " names " + file
                    + ", which cannot be read. Maybe the path is relative to another folder.");
        }
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException("--%s names %s, which is a directory. Maybe name the files in it: %s/*."
                    .formatted(name, file, file));
        }
    }
}
