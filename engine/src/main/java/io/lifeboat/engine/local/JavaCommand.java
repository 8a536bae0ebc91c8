package io.lifeboat.engine.local;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Commands that run main classes of this JVM's class path. The class path goes into an argument file, as it may be
 * longer than a command line can be.
 */
final class JavaCommand {

    /** Stands for the argument file of the class path until the run directory is known. */
    static final String CLASS_PATH_FILE = "{classPathFile}";

    private static final List<String> LIGHT_FLAGS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");

    private JavaCommand() {}

    static List<String> of(String main, List<String> arguments) {
        return of(main, List.of("-Xmx128m"), arguments);
    }

    static List<String> of(String main, List<String> flags, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(LIGHT_FLAGS);
        command.addAll(flags);
        command.add("@" + CLASS_PATH_FILE);
        command.add(main);
        command.addAll(arguments);
        return List.copyOf(command);
    }

    /** Writes the argument file into {@code directory}. */
    static Path writeClassPath(Path directory) throws IOException {
        Path file = directory.resolve("class-path.args");
        String absolute = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        // Inside quotes an argument file takes the backslash as an escape.
        String quoted = absolute.replace("\\", "\\\\").replace("\"", "\\\"");
        return Files.writeString(file, "-cp \"" + quoted + "\"\n", Charset.defaultCharset());
    }
}
