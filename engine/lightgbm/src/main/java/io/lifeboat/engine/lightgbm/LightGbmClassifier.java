package io.lifeboat.engine.lightgbm;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMException;
import io.lifeboat.engine.model.classify.Classifier;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A model of LightGBM, kept as its text and loaded from it, so that a trained one and one read back cannot differ. */
final class LightGbmClassifier implements Classifier {

    private static final int MAX_BYTES = 1 << 28;
    private static final Cleaner CLEANER = Cleaner.create(job -> {
        Thread thread = new Thread(job, "lifeboat-lightgbm-cleaner");
        thread.setDaemon(true);
        return thread;
    });

    private final List<String> features;
    private final String text;
    private final LGBMBooster booster;

    private LightGbmClassifier(List<String> features, String text, LGBMBooster booster) {
        this.features = List.copyOf(features);
        this.text = text;
        this.booster = booster;
        // Native memory is not the garbage collector's: give it back when this object is.
        CLEANER.register(this, () -> close(booster));
    }

    static LightGbmClassifier of(List<String> features, String text) {
        try {
            return new LightGbmClassifier(features, text, LGBMBooster.loadModelFromString(text));
        } catch (LGBMException e) {
            throw new IllegalStateException("LightGBM cannot read its own model: " + e.getMessage(), e);
        }
    }

    static LightGbmClassifier read(DataInput in) throws IOException {
        int count = in.readUnsignedShort();
        List<String> features = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            features.add(in.readUTF());
        }
        int length = in.readInt();
        if (length < 0 || length > MAX_BYTES) {
            throw new IOException("a model of " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!text.startsWith("tree\n")
                || !text.contains("end of trees")
                || !text.contains("\nmax_feature_idx=" + (count - 1) + "\n")) {
            throw new IOException("no model of LightGBM with " + count + " features");
        }
        return of(features, text);
    }

    @Override
    public String name() {
        return LightGbmTrainer.NAME;
    }

    @Override
    public List<String> features() {
        return features;
    }

    @Override
    public double probability(float[] row) {
        requireLength(row);
        try {
            return booster.predictForMatSingleRow(row, PredictionType.C_API_PREDICT_NORMAL);
        } catch (LGBMException e) {
            throw new IllegalStateException("LightGBM could not predict: " + e.getMessage(), e);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** By TreeSHAP (Lundberg et al. 2018), as LightGBM computes it. */
    @Override
    public double[] contributions(float[] row) {
        requireLength(row);
        try {
            return booster.predictForMat(
                    row, 1, row.length, true, PredictionType.C_API_PREDICT_CONTRIB, "num_threads=1");
        } catch (LGBMException e) {
            throw new IllegalStateException("LightGBM could not predict: " + e.getMessage(), e);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** The native code would read beyond a row that is too short. */
    private void requireLength(float[] row) {
        if (row.length != features.size()) {
            throw new IllegalArgumentException(
                    "The row has %d values, but the model has %d features. Maybe it is another model's."
                            .formatted(row.length, features.size()));
        }
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeShort(features.size());
        for (String feature : features) {
            out.writeUTF(feature);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void close(LGBMBooster booster) {
        try {
            booster.close();
        } catch (LGBMException e) {
            // Nobody is left to be told, and the memory is lost at worst.
        }
    }
}
