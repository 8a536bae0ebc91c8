package io.lifeboat.engine.local.endpoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads heads. Requests are taken literally, so that the backend cannot understand them differently (RFC 9112). */
final class HeadParser {

    /** As much as common servers accept. */
    static final int MAX_HEAD_BYTES = 64 * 1024;

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern REQUEST =
            Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+ [\\x21-\\x7e\\x80-\\xff]+ HTTP/1\\.[01]");
    private static final Pattern OTHER_VERSION = Pattern.compile("\\S+ \\S+ HTTP/\\d(\\.\\d)?");
    private static final Pattern RESPONSE = Pattern.compile("HTTP/1\\.[01] [1-9][0-9]{2}( .*)?");

    private HeadParser() {}

    static HttpHead request(HttpInput in) throws IOException, BadMessage {
        HttpHead head = head(in, false);
        if (!REQUEST.matcher(head.startLine()).matches()) {
            boolean version = OTHER_VERSION.matcher(head.startLine()).matches();
            throw new BadMessage(
                    version ? 505 : 400,
                    version ? "only HTTP/1.0 and HTTP/1.1 are spoken here" : "the request line is malformed");
        }
        int hosts = head.values("host").size();
        if (hosts > 1 || (hosts == 0 && !head.isHttp10())) {
            throw new BadMessage(400, "there must be one Host field");
        }
        return head;
    }

    static HttpHead response(HttpInput in) throws IOException, BadMessage {
        HttpHead head = head(in, true);
        if (!RESPONSE.matcher(head.startLine()).matches()) {
            throw new BadMessage(502, "the status line of the backend is malformed");
        }
        return head;
    }

    private static HttpHead head(HttpInput in, boolean lenient) throws IOException, BadMessage {
        int left = MAX_HEAD_BYTES;
        String start = in.line(left, lenient);
        while (start.isEmpty()) {
            // Some clients send an empty line after a body (RFC 9112, 2.2).
            left -= 2;
            start = in.line(Math.max(0, left), lenient);
        }
        left -= start.length() + 2;
        return new HttpHead(start, fields(in, left, lenient));
    }

    /** Header fields or trailers up to the empty line. */
    static List<Header> fields(HttpInput in, int max, boolean lenient) throws IOException, BadMessage {
        List<Header> headers = new ArrayList<>();
        int left = max;
        while (true) {
            String line = in.line(Math.max(0, left), lenient);
            if (line.isEmpty()) {
                return headers;
            }
            left -= line.length() + 2;
            headers.add(field(line));
        }
    }

    private static Header field(String line) throws BadMessage {
        int colon = line.indexOf(':');
        if (colon < 1 || !TOKEN.matcher(line).region(0, colon).matches()) {
            throw new BadMessage(400, "a header field is malformed");
        }
        String value = line.substring(colon + 1).strip();
        if (value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
            throw new BadMessage(400, "a header field holds a control character");
        }
        return new Header(line.substring(0, colon), value);
    }
}
