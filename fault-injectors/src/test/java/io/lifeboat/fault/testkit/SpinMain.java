package io.lifeboat.fault.testkit;

/** Uses up a processor. */
public final class SpinMain {

    private static volatile long turns;

    private SpinMain() {}

    public static void main(String[] args) {
        System.out.println("spinning");
        while (turns >= 0) {
            turns = turns + 1;
        }
    }
}
