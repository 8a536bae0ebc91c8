package io.lifeboat.engine.local.endpoint;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Goes on taking bytes when its target fails: a backend may answer and close before it has read the whole request, and
 * the rest must still be taken from the client.
 */
final class BestEffortOutput extends OutputStream {

    private final OutputStream target;
    private volatile boolean failed;

    BestEffortOutput(OutputStream target) {
        this.target = target;
    }

    boolean hasFailed() {
        return failed;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        attempt(() -> target.write(bytes, offset, length));
    }

    @Override
    public void flush() {
        attempt(target::flush);
    }

    private void attempt(Write write) {
        if (failed) {
            return;
        }
        try {
            write.run();
        } catch (IOException e) {
            failed = true;
        }
    }

    @FunctionalInterface
    private interface Write {
        void run() throws IOException;
    }
}
