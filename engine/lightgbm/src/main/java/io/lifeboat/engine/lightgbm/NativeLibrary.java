package io.lifeboat.engine.lightgbm;

import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whether LightGBM's native code is there. */
final class NativeLibrary {

    private static final String TEMPORARY = "java.io.tmpdir";

    private static boolean loaded;

    private NativeLibrary() {}

    /** Loads it unless that is done; lightgbm4j does so when its class is first touched. */
    static synchronized void require() {
        try {
            loaded = loaded || isLoaded();
            if (loaded) {
                return;
            }
        } catch (LinkageError | IOException e) {
            throw missing(e.toString(), e);
        }
        throw missing("lightgbm4j could not load it and does not say why", null);
    }

    /**
     * lightgbm4j unpacks its library under a fixed name into the directory for temporary files, where that of another user may
     * stand in the way: it gets a directory of its own for that moment.
     */
    private static boolean isLoaded() throws IOException {
        String shared = System.getProperty(TEMPORARY);
        Path own = Files.createTempDirectory("lifeboat-lightgbm");
        own.toFile().deleteOnExit();
        System.setProperty(TEMPORARY, own.toString());
        try {
            return LGBMBooster.isNativeLoaded();
        } finally {
            System.setProperty(TEMPORARY, shared);
            String[] unpacked = own.toFile().list();
            for (String file : unpacked == null ? new String[0] : unpacked) {
                own.resolve(file).toFile().deleteOnExit();
            }
        }
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
