package io.lifeboat.engine.model.file;

import io.lifeboat.engine.files.WholeFile;
import io.lifeboat.engine.model.calibration.Calibration;
import io.lifeboat.engine.model.file.ModelFileException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The bytes of a {@link ModelFile}. */
final class ModelFileFormat {

    private static final byte[] MAGIC = "LBMF".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = MAGIC.length + Integer.BYTES;
    private static final int DIGEST = 32;

    private ModelFileFormat() {}

    static byte[] bytes(ModelFile.Writer writer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    static DataInput input(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    static void save(ModelFile model, Path file) throws IOException {
        byte[] body = bytes(out -> {
            out.write(MAGIC);
            out.writeInt(ModelFile.FORMAT_VERSION);
            out.writeUTF(model.kind());
            out.writeInt(model.features().size());
            for (String feature : model.features()) {
                out.writeUTF(feature);
            }
            out.writeLong(model.window().from().toEpochMilli());
            out.writeLong(model.window().until().toEpochMilli());
            model.calibration().write(out);
            byte[] payload = model.payload();
            out.writeInt(payload.length);
            out.write(payload);
        });
        byte[] whole = Arrays.copyOf(body, body.length + DIGEST);
        System.arraycopy(sha256(body), 0, whole, body.length, DIGEST);
        WholeFile.write(file, whole);
    }

    static ModelFile parse(String file, byte[] whole) throws IOException {
        requireKnown(file, whole);
        byte[] body = Arrays.copyOf(whole, whole.length - DIGEST);
        if (!MessageDigest.isEqual(sha256(body), Arrays.copyOfRange(whole, body.length, whole.length))) {
            throw new ModelFileException(
                    Reason.BROKEN,
                    file + " is cut off or was changed: its checksum does not fit. Maybe copy it again.");
        }
        try {
            return read(input(Arrays.copyOfRange(body, HEAD, body.length)));
        } catch (IOException | RuntimeException e) {
            throw new ModelFileException(Reason.BROKEN, file + " makes no sense: " + e.getMessage(), e);
        }
    }

    private static void requireKnown(String file, byte[] whole) throws IOException {
        if (whole.length < HEAD || !Arrays.equals(whole, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new ModelFileException(Reason.FOREIGN, file + " is no model file: it does not start with LBMF.");
        }
        int version = input(Arrays.copyOfRange(whole, MAGIC.length, HEAD)).readInt();
        if (version < ModelFile.FORMAT_VERSION) {
            throw new ModelFileException(
                    Reason.OUTDATED,
                    "%s has format %d, but %d is needed. Maybe train it again."
                            .formatted(file, version, ModelFile.FORMAT_VERSION));
        }
        if (version > ModelFile.FORMAT_VERSION) {
            throw new ModelFileException(
                    Reason.TOO_NEW,
                    "%s has format %d, but only %d is known. Maybe update the engine."
                            .formatted(file, version, ModelFile.FORMAT_VERSION));
        }
        if (whole.length < HEAD + DIGEST) {
            throw new ModelFileException(Reason.BROKEN, file + " is cut off after " + whole.length + " bytes.");
        }
    }

    private static ModelFile read(DataInput in) throws IOException {
        String kind = in.readUTF();
        int count = in.readInt();
        List<String> features = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            features.add(in.readUTF());
        }
        TrainingWindow window =
                new TrainingWindow(Instant.ofEpochMilli(in.readLong()), Instant.ofEpochMilli(in.readLong()));
        Calibration calibration = Calibration.read(in);
        byte[] payload = new byte[in.readInt()];
        in.readFully(payload);
        return new ModelFile(kind, features, window, calibration, payload);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
