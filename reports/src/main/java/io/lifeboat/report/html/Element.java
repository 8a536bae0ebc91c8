package io.lifeboat.report.html;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An HTML or SVG element under construction. Texts and attribute values are always escaped, and there is no way to add
 * markup as text: hostile names cannot become elements.
 */
final class Element implements Markup {

    private static final Set<String> VOID = Set.of("meta", "br", "hr");

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Markup> children = new ArrayList<>();

    private Element(String name) {
        this.name = name;
    }

    static Element of(String name, Markup... children) {
        Element element = new Element(name);
        element.children.addAll(List.of(children));
        return element;
    }

    static Element of(String name, String text) {
        return new Element(name).text(text);
    }

    Element with(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    Element with(String attribute, double value) {
        return with(attribute, number(value));
    }

    Element css(String classes) {
        return with("class", classes);
    }

    Element text(String text) {
        children.add(out -> escape(text, out));
        return this;
    }

    Element add(Markup child) {
        children.add(child);
        return this;
    }

    Element add(Collection<? extends Markup> more) {
        children.addAll(more);
        return this;
    }

    @Override
    public void appendTo(StringBuilder out) {
        out.append('<').append(name);
        attributes.forEach((key, value) -> {
            out.append(' ').append(key).append("=\"");
            escape(value, out);
            out.append('"');
        });
        out.append('>');
        if (!VOID.contains(name)) {
            children.forEach(child -> child.appendTo(out));
            out.append("</").append(name).append('>');
        }
    }

    /** Coordinates with one digit after the point: enough for a chart, and short. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(isInvisible(c) ? '\ufffd' : c);
            }
        }
    }

    /** Control characters, and marks that turn the direction of what follows them: they could disguise a text. */
    private static boolean isInvisible(char c) {
        boolean control = c < ' ' && c != '\n' && c != '\t' || c == 0x7f;
        boolean direction =
                c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069' || c == '\u200e' || c == '\u200f';
        return control || direction;
    }
}
