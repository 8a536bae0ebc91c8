package io.lifeboat.engine.agent;

/** Threads of the agent: named, and never what keeps the process alive. */
final class Threads {

    private Threads() {}

    static void start(String name, Runnable task) {
        Thread thread = new Thread(null, task, "agent-" + name, 256 * 1024);
        thread.setDaemon(true);
        thread.start();
    }
}
