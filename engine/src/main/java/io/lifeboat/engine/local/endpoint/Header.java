package io.lifeboat.engine.local.endpoint;

/** One header field; the value is trimmed. */
record Header(String name, String value) {

    boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }
}
