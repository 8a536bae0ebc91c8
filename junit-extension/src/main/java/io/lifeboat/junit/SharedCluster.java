package io.lifeboat.junit;

import io.lifeboat.junit.platform.Platform;

/** The cluster that all tests of a class use; it is closed with the store of the class. */
record SharedCluster(Platform platform) implements Stored {

    @Override
    public void close() {
        platform.close();
    }
}
