package io.lifeboat.engine.adapt;

import io.lifeboat.engine.files.WholeFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Labels on disk, so that a restart need not learn anew what became of predictions. A head names the format's version and what the rows mean;
 * one record a label follows, each with its length and checksum. Labels are appended; a last one that is cut off, since its writer was
 * killed, is left out. The file is only ever replaced as a whole. Not thread-safe, one writer at a time.
 */
public final class LabelFile {

    private static final int MAGIC = 0x4C424C53;
    private static final int VERSION = 1;
    private static final int LONGEST_NAME = 65_537;

    private final Path file;
    private final String kind;
    private final int width;

    /**
     * A file that need not exist yet.
     *
     * @param kind what the rows mean; a file of another kind is refused
     * @param width values a row
     */
    public LabelFile(Path file, String kind, int width) {
        this.file = file;
        this.kind = kind;
        this.width = width;
    }

    /**
     * Reads all labels, oldest first.
     *
     * @return whether it may be appended to: false if there is none, or its last label is cut off
     * @throws IOException if the file is broken, foreign or of another version; the message is the reason
     */
    boolean read(Consumer<Label<float[]>> to) throws IOException {
        if (Files.notExists(file)) {
            return false;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            requireHead(in);
            for (int length = in.read(); length >= 0; length = in.read()) {
                to.accept(record(in, length));
            }
            return true;
        } catch (CutOff e) {
            return false;
        } catch (EOFException e) {
            throw refused("its head is cut off", e);
        }
    }

    /** The end comes within a label: its writer was killed. */
    private static final class CutOff extends IOException {
        private static final long serialVersionUID = 1;

        CutOff(EOFException cause) {
            super("cut off", cause);
        }
    }

    private IOException refused(String why, @Nullable Throwable cause) {
        return new IOException("The labels in %s are refused: %s. They are gathered anew.".formatted(file, why), cause);
    }

    private void requireHead(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw refused("it is no file of labels", null);
        }
        int version = in.readInt();
        if (version != VERSION) {
            throw refused("version %d where %d is needed".formatted(version, VERSION), null);
        }
        byte[] head = in.readNBytes(in.readUnsignedShort());
        byte[] wanted = head();
        if (!Arrays.equals(head, wanted)) {
            throw refused("they are of other models", null);
        }
    }

    private byte[] head() throws IOException {
        return bytes(out -> {
            out.writeUTF(kind);
            out.writeInt(width);
        });
    }

    private Label<float[]> record(DataInputStream in, int firstByte) throws IOException {
        byte[] payload;
        int sum;
        int length;
        try {
            length = firstByte << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
            if (length < 0 || length > LONGEST_NAME + 13 + 4 * width) {
                throw refused("a label of %d bytes".formatted(length), null);
            }
            payload = new byte[length];
            in.readFully(payload);
            sum = in.readInt();
        } catch (EOFException e) {
            throw new CutOff(e);
        }
        if (sum != checksum(payload)) {
            throw refused("the checksum of a label is wrong", null);
        }
        return label(new DataInputStream(new ByteArrayInputStream(payload)));
    }

    private Label<float[]> label(DataInputStream in) throws IOException {
        try {
            String device = in.readUTF();
            Instant at = Instant.ofEpochSecond(in.readLong(), in.readInt());
            boolean failed = in.readBoolean();
            float[] row = new float[width];
            for (int i = 0; i < width; i++) {
                row[i] = in.readFloat();
            }
            return new Label<>(device, at, row, failed);
        } catch (EOFException e) {
            throw refused("a label is too short", e);
        }
    }

    /** Adds labels at the end of a file that {@link #read} found fit for it, or that was replaced. */
    void append(Collection<Label<float[]>> labels) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            out.write(bytes(data -> write(labels, data)));
        }
    }

    /** Replaces the file, if there is one, by one with these labels; whole or not at all. */
    void replace(Collection<Label<float[]>> labels) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        WholeFile.write(file, bytes(data -> {
            data.writeInt(MAGIC);
            data.writeInt(VERSION);
            byte[] head = head();
            data.writeShort(head.length);
            data.write(head);
            write(labels, data);
        }));
    }

    private static void write(Collection<Label<float[]>> labels, DataOutputStream out) throws IOException {
        for (Label<float[]> label : labels) {
            byte[] payload = bytes(data -> {
                data.writeUTF(label.device());
                data.writeLong(label.at().getEpochSecond());
                data.writeInt(label.at().getNano());
                data.writeBoolean(label.failed());
                for (float value : label.sample()) {
                    data.writeFloat(value);
                }
            });
            out.writeInt(payload.length);
            out.write(payload);
            out.writeInt(checksum(payload));
        }
    }

    private static int checksum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return (int) sum.getValue();
    }

    /** Writes something. */
    private interface Body {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Body body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        body.to(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
