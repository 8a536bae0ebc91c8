package io.lifeboat.engine.local.endpoint;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Start line and header fields of a message.
 *
 * @param startLine as received
 * @param headers in the order received
 */
record HttpHead(String startLine, List<Header> headers) {

    /** Fields about this one connection, never passed on (RFC 9110, 7.6.1). Framing fields are written anew. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "te",
            "upgrade",
            "expect",
            "transfer-encoding",
            "content-length");

    String method() {
        return startLine.substring(0, startLine.indexOf(' '));
    }

    boolean isHttp10() {
        return startLine.endsWith(" HTTP/1.0") || startLine.startsWith("HTTP/1.0 ");
    }

    int status() {
        return Integer.parseInt(startLine.substring(9, 12));
    }

    List<String> values(String name) {
        return headers.stream()
                .filter(header -> header.is(name))
                .map(Header::value)
                .toList();
    }

    /** Whether a comma-separated field holds a word. */
    boolean lists(String name, String word) {
        return words(name).anyMatch(word::equals);
    }

    private Stream<String> words(String name) {
        return values(name).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(word -> word.trim().toLowerCase(Locale.ROOT));
    }

    boolean wantsClose() {
        return lists("connection", "close");
    }

    boolean isUpgrade() {
        return lists("connection", "upgrade") && !values("upgrade").isEmpty();
    }

    /** The fields that concern the other end. */
    List<Header> endToEnd() {
        Set<String> named = words("connection").collect(Collectors.toSet());
        return headers.stream()
                .filter(header -> {
                    String name = header.name().toLowerCase(Locale.ROOT);
                    // "Connection: host" must not make the host disappear.
                    return !HOP_BY_HOP.contains(name) && (!named.contains(name) || name.equals("host"));
                })
                .toList();
    }
}
