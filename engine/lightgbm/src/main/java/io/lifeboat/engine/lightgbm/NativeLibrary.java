package io.lifeboat.engine.lightgbm;

import io.github.metarank.lightgbm4j.LGBMBooster;
import org.jspecify.annotations.Nullable;

/** Whether LightGBM's native code is there. */
final class NativeLibrary {

    private NativeLibrary() {}

    /** Loads it unless that is done; lightgbm4j does so when its class is first touched. */
    static void require() {
        try {
            if (LGBMBooster.isNativeLoaded()) {
                return;
            }
        } catch (LinkageError e) {
            throw missing(e.toString(), e);
        }
        throw missing("lightgbm4j could not load it and does not say why", null);
    }

    private static IllegalStateException missing(String reason, @Nullable Throwable cause) {
        return new IllegalStateException(
                ("The native library of LightGBM cannot be loaded on %s %s: %s. Maybe leave lifeboat-engine-lightgbm out, and use"
                                + " 'gradient boosting'; or install OpenMP (libgomp1 on Debian) and let java.io.tmpdir allow"
                                + " executables.")
                        .formatted(System.getProperty("os.name"), System.getProperty("os.arch"), reason),
                cause);
    }
}
