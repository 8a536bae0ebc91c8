package io.lifeboat.engine.local;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads of the cluster: named, and never what keeps the JVM alive. */
final class Daemons {

    private Daemons() {}

    static Thread start(String name, Runnable task) {
        Thread thread = daemon(name, task);
        thread.start();
        return thread;
    }

    static ExecutorService pool(String name) {
        return Executors.newCachedThreadPool(task -> daemon(name, task));
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, "lifeboat-" + name);
        thread.setDaemon(true);
        return thread;
    }
}
