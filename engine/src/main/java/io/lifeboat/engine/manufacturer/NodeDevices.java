package io.lifeboat.engine.manufacturer;

import io.lifeboat.engine.cluster.Component;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a node, or many nodes, are made of.
 *
 * @param name of the node, or a pattern in which {@code *} stands for any characters
 * @param devices at least one a component that is known
 */
record NodeDevices(String name, Map<Component, List<Device>> devices) {

    NodeDevices {
        devices = new EnumMap<>(devices);
    }

    boolean isPattern() {
        return name.indexOf('*') >= 0;
    }

    /** As a pattern, by parts that are taken literally. */
    Pattern pattern() {
        return Pattern.compile("\\Q" + name.replace("\\E", "\\E\\\\E\\Q").replace("*", "\\E.*\\Q") + "\\E");
    }
}
