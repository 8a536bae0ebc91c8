package io.lifeboat.junit.load;

import io.lifeboat.junit.LoadGenerator;
import java.net.URI;

/** Carries requests to where a URI points. Thread-safe. */
@FunctionalInterface
public interface Transport {

    /** The action that sends one GET request. */
    LoadGenerator.Action get(URI uri);
}
