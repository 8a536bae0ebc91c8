package io.lifeboat.engine.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks and completes the command of a workload. */
final class CommandRules {

    private CommandRules() {}

    static void check(WorkloadSpec spec) {
        String program = spec.command().get(0);
        if (!exists(program, Optional.ofNullable(System.getenv("PATH")).orElse(""))) {
            throw new LocalClusterException(
                    "The command \"%s\" of workload \"%s\" was not found%s. Maybe it is not installed or misspelt."
                            .formatted(program, spec.name(), program.contains("/") ? "" : " on the PATH"));
        }
        boolean wantsData = spec.command().stream().anyMatch(word -> word.contains("{data}"));
        if (wantsData && !spec.dataDirectory()) {
            throw new LocalClusterException(
                    "The command of workload \"%s\" uses {data}, but the workload has no data directory. Maybe add dataDirectory(true)."
                            .formatted(spec.name()));
        }
    }

    private static boolean exists(String program, String path) {
        if (program.contains("/") || program.contains(File.separator)) {
            return Files.isExecutable(Path.of(program));
        }
        return Stream.of(path.split(File.pathSeparator))
                .filter(directory -> !directory.isEmpty())
                .flatMap(directory -> Stream.of(program, program + ".exe").map(name -> Path.of(directory, name)))
                .anyMatch(file -> Files.isRegularFile(file) && Files.isExecutable(file));
    }

    static List<String> fill(List<String> command, Map<String, String> values) {
        return command.stream().map(word -> fill(word, values)).toList();
    }

    static String fill(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }
}
