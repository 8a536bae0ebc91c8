package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.adapt.ModelFileStorage;
import io.lifeboat.engine.model.file.ModelFile;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/** Merges as model files. Their kind names the members by a checksum: weights of other members mean something else. */
final class MergePacking implements ModelFileStorage.Packing<Merge> {

    private final String kind;
    private final List<String> names;

    MergePacking(Members members) {
        this.kind = "merge/%s/%08x".formatted(members.component().name().toLowerCase(Locale.ROOT), checksum(members));
        this.names = members.names();
    }

    /** Tells members from others. */
    static long checksum(Members members) {
        CheckedOutputStream sum = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
        try (DataOutputStream out = new DataOutputStream(sum)) {
            members.write(out);
        } catch (IOException e) {
            throw new IllegalStateException("Writing to nowhere failed.", e);
        }
        return sum.getChecksum().getValue();
    }

    /** What rows of opinions of these members are. */
    String kind() {
        return kind;
    }

    @Override
    public ModelFile pack(Merge model) throws IOException {
        return ModelFile.of(kind, names, model.window(), model.calibration(), model::write);
    }

    @Override
    public Merge unpack(ModelFile file) throws IOException {
        return file.model(kind, names, in -> Merge.read(in, names.size(), file.calibration(), file.window()));
    }
}
