package io.lifeboat.fault.testkit;

import io.lifeboat.fault.undo.UndoAction;
import io.lifeboat.fault.undo.UndoJournal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what would be undone. */
public final class MemoryJournal implements UndoJournal {

    private final List<UndoAction> open = new CopyOnWriteArrayList<>();

    @Override
    public Entry register(UndoAction action) {
        open.add(action);
        return () -> open.remove(action);
    }

    public List<UndoAction> open() {
        return new ArrayList<>(open);
    }
}
