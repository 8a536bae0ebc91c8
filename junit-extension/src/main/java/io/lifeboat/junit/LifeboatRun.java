package io.lifeboat.junit;

import io.lifeboat.engine.history.HistoryStore;
import io.lifeboat.fault.undo.UndoSession;
import io.lifeboat.junit.plan.Settings;
import io.lifeboat.report.output.RunIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * What all resilience tests of one launch share: settings, the seed, and the undo session with its watchdog outside this
 * JVM. Lives in the root store. Thread-safe.
 */
final class LifeboatRun implements Stored {

    private final Settings settings;
    private @Nullable UndoSession undo;
    private boolean reported;

    private LifeboatRun(Settings settings) {
        this.settings = settings;
        Console.say(
                "Lifeboat: seed %d (repeat with -D%s=%d)".formatted(settings.seed(), Settings.SEED, settings.seed()));
    }

    static LifeboatRun of(ExtensionContext context, Namespace namespace) {
        return context.getRoot()
                .getStore(namespace)
                .getOrComputeIfAbsent(
                        LifeboatRun.class,
                        key -> new LifeboatRun(Settings.read(context, RandomGenerator.getDefault())),
                        LifeboatRun.class);
    }

    Settings settings() {
        return settings;
    }

    /** The undo session; opened when the first test needs it. */
    synchronized UndoSession undo() {
        if (undo == null) {
            undo = UndoSession.open(UndoSession.defaultRoot());
        }
        return undo;
    }

    /** Where runs are kept for training; empty if they are not. */
    Optional<HistoryStore> history(boolean simulated) {
        return settings.history().store(simulated, InstantSource.system());
    }

    Path reports() {
        return settings.reports();
    }

    /** A report was written, so that there is an index to write. */
    synchronized void reported() {
        reported = true;
    }

    @Override
    public synchronized void close() {
        if (undo != null) {
            undo.close();
            undo = null;
        }
        if (reported && Files.isDirectory(settings.reports())) {
            Path index = RunIndex.write(settings.reports());
            Console.say("Lifeboat: all reports in " + index.toAbsolutePath().toUri());
        }
    }
}
