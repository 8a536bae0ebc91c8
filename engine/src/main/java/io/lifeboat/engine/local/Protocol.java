package io.lifeboat.engine.local;

/** What clients of an endpoint speak, and so at which moments traffic can be switched unnoticed. */
public enum Protocol {
    /** {@link #HTTP} when readiness is an HTTP path, else {@link #TCP}. */
    AUTO,
    /** HTTP/1.1: switched between two requests, on kept-alive connections too. */
    HTTP,
    /** Anything else: new connections go to the new place, existing ones are drained. */
    TCP
}
