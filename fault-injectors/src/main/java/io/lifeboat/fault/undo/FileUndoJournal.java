package io.lifeboat.fault.undo;

import io.lifeboat.fault.FaultException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An undo journal in a text file. The first line names the owner; {@code + number action} registers, {@code - number}
 * takes back. Lines go to the operating system before a method returns, so that they outlive this JVM.
 */
final class FileUndoJournal implements UndoJournal {

    private final Path file;

    /** No channel: the first interrupted thread that wrote to one would close it for all. */
    private final RandomAccessFile out;

    private final Map<Integer, UndoAction> open = new LinkedHashMap<>();
    private int count;
    private boolean closed;

    private FileUndoJournal(Path file, RandomAccessFile out) {
        this.file = file;
        this.out = out;
    }

    static FileUndoJournal create(Path file, ProcessIdentity owner) throws IOException {
        Files.createFile(file);
        FileUndoJournal journal = new FileUndoJournal(file, new RandomAccessFile(file.toFile(), "rw"));
        journal.line("owner %d %d".formatted(owner.pid(), owner.startTicks()));
        return journal;
    }

    @Override
    public synchronized Entry register(UndoAction action) {
        int number = count + 1;
        try {
            line("+ %d %s".formatted(number, UndoCodec.encode(action)));
        } catch (IOException e) {
            throw new FaultException(
                    "Undo journal %s cannot be written: %s.%nNothing was touched. Maybe the disk is full."
                            .formatted(file, e.getMessage()),
                    e);
        }
        count = number;
        open.put(number, action);
        AtomicBoolean done = new AtomicBoolean();
        return () -> {
            if (done.compareAndSet(false, true)) {
                takeBack(number);
            }
        };
    }

    private synchronized void takeBack(int number) {
        if (open.remove(number) == null || closed) {
            return;
        }
        try {
            line("- " + number);
        } catch (IOException e) {
            // The disk is full. To undo once more what is undone already does no harm, so it stays in the file.
            return;
        }
    }

    synchronized List<UndoAction> open() {
        return new ArrayList<>(open.values());
    }

    /** Ends the journal: everything in it is undone. */
    synchronized void delete() throws IOException {
        close();
        Files.deleteIfExists(file);
    }

    /** Ends the journal; what is still open in it is left for others to undo. */
    synchronized void close() throws IOException {
        closed = true;
        out.close();
    }

    /** Writes all of the line or nothing of it. */
    private void line(String text) throws IOException {
        long end = out.getFilePointer();
        try {
            out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            if (!closed) {
                out.setLength(end);
                out.seek(end);
            }
            throw e;
        }
    }
}
