package io.lifeboat.engine.local;

/** Waits between two looks at something that cannot tell by itself. */
final class Sleep {

    private Sleep() {}

    /** False if the thread was interrupted, which stays noted. */
    static boolean millis(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
