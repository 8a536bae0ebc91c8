package io.lifeboat.engine.evaluate.outages;

import io.lifeboat.engine.evaluate.task.CsvFile;
import io.lifeboat.engine.evaluate.task.CsvRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads outages, one a line, into systems. Nodes that never had any are known by the number of nodes alone. */
final class OutageFile {

    private static final DateTimeFormatter STARTED = DateTimeFormatter.ofPattern("M/d/yyyy H:mm", Locale.ROOT);

    private final Map<String, Map<String, Days>> systems = new TreeMap<>();
    private final Map<String, Integer> sizes = new TreeMap<>();

    private record Days(List<Integer> all, List<Integer> hardware) {}

    private OutageFile() {}

    static List<OutageSystem> read(List<Path> files) throws IOException {
        OutageFile reader = new OutageFile();
        for (Path file : files) {
            new CsvFile(file).forEach(reader::add);
        }
        List<OutageSystem> systems = new ArrayList<>();
        reader.systems.forEach((name, nodes) -> systems.add(reader.system(name, nodes)));
        return systems;
    }

    private void add(CsvRow row) {
        String system = row.text("System");
        Days days = systems.computeIfAbsent(system, s -> new TreeMap<>())
                .computeIfAbsent(row.text("nodenum"), n -> new Days(new ArrayList<>(), new ArrayList<>()));
        sizes.merge(system, (int) row.number("nodes"), Math::max);
        int day = day(row);
        days.all().add(day);
        if (!row.text("Hardware").isEmpty()) {
            days.hardware().add(day);
        }
    }

    private static int day(CsvRow row) {
        try {
            return Math.toIntExact(
                    LocalDate.parse(row.text("Prob Started"), STARTED).toEpochDay());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "%s line %d: Prob Started is '%s', but must look like 6/21/2005 10:54."
                            .formatted(row.path(), row.line(), row.text("Prob Started")),
                    e);
        }
    }

    private OutageSystem system(String name, Map<String, Days> listed) {
        List<OutageNode> nodes = new ArrayList<>();
        listed.forEach((id, days) ->
                nodes.add(new OutageNode(name, id, OutageNode.sorted(days.all()), OutageNode.sorted(days.hardware()))));
        for (int silent = nodes.size(); silent < sizes.getOrDefault(name, 0); silent++) {
            nodes.add(new OutageNode(name, "silent-" + silent, new int[0], new int[0]));
        }
        return OutageSystem.of(name, nodes);
    }
}
