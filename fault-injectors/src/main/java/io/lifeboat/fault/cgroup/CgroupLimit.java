package io.lifeboat.fault.cgroup;

import io.lifeboat.fault.FaultException;
import io.lifeboat.fault.undo.UndoAction;
import java.util.List;

/** A limit of a cgroup that can be brought back as it was found. */
public interface CgroupLimit {

    /** What brings back the limit as it was found, to be carried out from the last to the first. */
    List<UndoAction> undoActions();

    /**
     * As it was found, and verified. A cgroup that is gone needs no more.
     *
     * @throws FaultException if the limit is another one than it was
     */
    void restore();
}
