package io.lifeboat.fault.cgroup;

import io.lifeboat.fault.ActiveFault;
import io.lifeboat.fault.InjectionEvidence;
import io.lifeboat.fault.undo.UndoJournal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fault by a limit of the node's cgroup. The way back is written down before the limit is touched; at the end it is what it was found
 * to be, and what was seen by then stays. Thread-safe: all that is abstract here is called by one thread at a time.
 */
public abstract class CgroupFault implements ActiveFault {

    private final CgroupLimit limit;
    private final List<UndoJournal.Entry> undo;

    /** Once it is closed. */
    private @Nullable InjectionEvidence last;

    protected CgroupFault(CgroupLimit limit, UndoJournal journal) {
        this.limit = limit;
        this.undo = limit.undoActions().stream().map(journal::register).toList();
    }

    /** Sets the limit to a severity, 0 for as it was found. Not called any more after the end. */
    protected abstract void apply(double severity);

    /** Looks at what the limit has held back up to now. Not called any more after the end. */
    protected abstract InjectionEvidence look();

    @Override
    public final synchronized void severity(double severity) {
        if (last == null) {
            apply(severity);
        }
    }

    @Override
    public final synchronized InjectionEvidence evidence() {
        return last == null ? look() : last;
    }

    @Override
    public final synchronized void close() {
        if (last != null) {
            return;
        }
        last = look();
        limit.restore();
        undo.forEach(UndoJournal.Entry::done);
    }
}
