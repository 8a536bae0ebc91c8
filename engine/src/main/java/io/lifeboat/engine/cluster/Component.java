package io.lifeboat.engine.cluster;

/** The four parts of a node that fail separately and are predicted separately. */
public enum Component {
    CPU,
    MEMORY,
    DISK,
    NETWORK
}
