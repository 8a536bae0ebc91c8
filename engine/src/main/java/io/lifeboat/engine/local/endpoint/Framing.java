package io.lifeboat.engine.local.endpoint;

import java.util.List;

/**
 * How the end of a body is found (RFC 9112, 6.3). What two readers could understand differently is refused.
 *
 * @param kind how
 * @param length in bytes; only meaningful for {@code LENGTH}
 */
record Framing(Kind kind, long length) {

    enum Kind {
        NONE,
        LENGTH,
        CHUNKED,
        UNTIL_CLOSE
    }

    static final Framing NONE = new Framing(Kind.NONE, 0);

    /** Whether there is no body, also where the sender says so by a length of 0. */
    boolean isEmpty() {
        return kind == Kind.NONE || (kind == Kind.LENGTH && length == 0);
    }

    static Framing ofRequest(HttpHead head) throws BadMessage {
        Framing framing = declared(head);
        if (framing.kind == Kind.CHUNKED && head.isHttp10()) {
            throw new BadMessage(400, "HTTP/1.0 knows no Transfer-Encoding");
        }
        return framing.kind == Kind.UNTIL_CLOSE ? NONE : framing;
    }

    /** The framing of the answer to a request with that method. */
    static Framing ofResponse(HttpHead head, String method) throws BadMessage {
        Framing framing = declared(head);
        int status = head.status();
        boolean bodiless = method.equals("HEAD") || status / 100 == 1 || status == 204 || status == 304;
        return bodiless || (method.equals("CONNECT") && status / 100 == 2) ? NONE : framing;
    }

    private static Framing declared(HttpHead head) throws BadMessage {
        List<String> encodings = head.values("transfer-encoding");
        List<String> lengths = head.values("content-length");
        if (encodings.isEmpty()) {
            return lengths.isEmpty() ? new Framing(Kind.UNTIL_CLOSE, 0) : new Framing(Kind.LENGTH, length(lengths));
        }
        if (!lengths.isEmpty()) {
            throw new BadMessage(400, "both Content-Length and Transfer-Encoding are given");
        }
        if (encodings.size() > 1 || !encodings.get(0).equalsIgnoreCase("chunked")) {
            throw new BadMessage(501, "the only Transfer-Encoding known here is chunked");
        }
        return new Framing(Kind.CHUNKED, 0);
    }

    private static long length(List<String> lengths) throws BadMessage {
        if (lengths.size() > 1 || !lengths.get(0).matches("[0-9]{1,18}")) {
            throw new BadMessage(400, "Content-Length must be one number");
        }
        return Long.parseLong(lengths.get(0));
    }
}
