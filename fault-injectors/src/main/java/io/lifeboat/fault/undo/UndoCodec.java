package io.lifeboat.fault.undo;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Actions as lines of text: a word, and arguments encoded so that spaces and line ends cannot break the line. */
final class UndoCodec {

    private UndoCodec() {}

    static String encode(UndoAction action) {
        if (action instanceof UndoAction.KillMarked kill) {
            return line("kill-marked", kill.name(), kill.value());
        } else if (action instanceof UndoAction.Continue go) {
            return line("continue", Long.toString(go.pid()), Long.toString(go.startTicks()));
        } else if (action instanceof UndoAction.Restore restore) {
            return line("restore", restore.file().toString(), restore.value());
        } else if (action instanceof UndoAction.RemoveCgroup remove) {
            return line("remove-cgroup", remove.cgroup().toString());
        } else if (action instanceof UndoAction.DeleteTree delete) {
            return line("delete-tree", delete.directory().toString());
        }
        throw new IllegalArgumentException("unknown action " + action);
    }

    /**
     * Reads an action.
     *
     * @throws IllegalArgumentException if the line is none
     */
    static UndoAction decode(String line) {
        String[] parts = line.split(" ", -1);
        List<String> args = Arrays.stream(parts)
                .skip(1)
                .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                .toList();
        try {
            return switch (parts[0]) {
                case "kill-marked" -> new UndoAction.KillMarked(args.get(0), args.get(1));
                case "continue" -> new UndoAction.Continue(Long.parseLong(args.get(0)), Long.parseLong(args.get(1)));
                case "restore" -> new UndoAction.Restore(Path.of(args.get(0)), args.get(1));
                case "remove-cgroup" -> new UndoAction.RemoveCgroup(Path.of(args.get(0)));
                case "delete-tree" -> new UndoAction.DeleteTree(Path.of(args.get(0)));
                default -> throw new IllegalArgumentException("\"%s\" is no undo action".formatted(line));
            };
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("\"%s\" lacks an argument".formatted(line), e);
        }
    }

    private static String line(String word, String... args) {
        return Stream.concat(
                        Stream.of(word), Arrays.stream(args).map(arg -> URLEncoder.encode(arg, StandardCharsets.UTF_8)))
                .collect(Collectors.joining(" "));
    }
}
