package io.lifeboat.engine.manufacturer;

import io.lifeboat.engine.cluster.Component;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The lines of one node, until all models are known. */
final class NodeSection {

    private static final String SINCE = " since ";
    private static final List<String> COMPONENTS = Arrays.stream(Component.values())
            .map(component -> component.name().toLowerCase(Locale.ROOT))
            .toList();

    private final String name;
    private final int start;
    private final Map<Component, Entry> entries = new EnumMap<>(Component.class);

    /** A value and where it stands. */
    private record Entry(int line, String value) {}

    NodeSection(String name, int start) {
        this.name = name;
        this.start = start;
    }

    void entry(int line, String text) throws Refusal {
        int equals = text.indexOf('=');
        String key = (equals < 0 ? text : text.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
        int component = COMPONENTS.indexOf(key);
        if (equals < 0 || component < 0) {
            throw new Refusal("'%s' must be a line 'component = model'.%s"
                    .formatted(Spelling.printable(text), Spelling.suggestion(key, COMPONENTS)));
        }
        int comment = text.indexOf('#');
        String value = text.substring(equals + 1, comment > equals ? comment : text.length());
        if (entries.put(Component.values()[component], new Entry(line, value.strip())) != null) {
            throw new Refusal(
                    "'%s' is there twice in node '%s'. Maybe write both models in one line, with a comma between."
                            .formatted(key, Spelling.printable(name)));
        }
    }

    NodeDevices finish(List<DeviceModel> models) throws Refusal {
        if (name.isEmpty() || entries.isEmpty()) {
            throw new Refusal(
                    start,
                    "Node '%s' must have a name and at least one device. Maybe add a line such as 'disk = ST4000DM000 since 2024-05-01'."
                            .formatted(Spelling.printable(name)));
        }
        Map<String, DeviceModel> byName = new LinkedHashMap<>();
        models.forEach(model -> byName.put(model.name(), model));
        Map<Component, List<Device>> devices = new EnumMap<>(Component.class);
        for (Map.Entry<Component, Entry> entry : entries.entrySet()) {
            List<Device> ofComponent = new ArrayList<>();
            for (String text : entry.getValue().value().split(",", -1)) {
                ofComponent.add(device(entry.getValue().line(), text.strip(), entry.getKey(), byName));
            }
            devices.put(entry.getKey(), List.copyOf(ofComponent));
        }
        return new NodeDevices(name, devices);
    }

    private static Device device(int line, String text, Component component, Map<String, DeviceModel> models)
            throws Refusal {
        int since = text.lastIndexOf(SINCE);
        String name = since < 0 ? text : text.substring(0, since).strip();
        DeviceModel model = models.get(name);
        if (model == null) {
            throw new Refusal(
                    line,
                    "There is no model '%s' in this file.%s"
                            .formatted(Spelling.printable(name), Spelling.suggestion(name, models.keySet())));
        }
        if (model.component() != component) {
            throw new Refusal(
                    line,
                    "Model '%s' is a %s, but stands for the %s. Maybe it belongs to another line."
                            .formatted(
                                    Spelling.printable(name),
                                    COMPONENTS.get(model.component().ordinal()),
                                    COMPONENTS.get(component.ordinal())));
        }
        return new Device(
                model, since < 0 ? Optional.empty() : Optional.of(day(line, text.substring(since + SINCE.length()))));
    }

    private static LocalDate day(int line, String text) throws Refusal {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new Refusal(
                    line,
                    "'%s' is no date. Maybe write it as in 2024-05-01.".formatted(Spelling.printable(text.strip())));
        }
    }
}
