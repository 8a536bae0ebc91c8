package io.lifeboat.junit;

/** How long a cluster lives. */
public enum ClusterScope {
    /** A fresh cluster for each test. The default; tests cannot disturb each other and may run side by side. */
    METHOD,
    /** One cluster for all tests of the class; put in order between them. Tests lock the nodes that they make fail. */
    CLASS
}
