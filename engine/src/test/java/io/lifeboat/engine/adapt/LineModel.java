package io.lifeboat.engine.adapt;

import io.lifeboat.engine.model.calibration.PlattScaling;
import io.lifeboat.engine.model.file.ModelFile;
import io.lifeboat.engine.model.file.TrainingWindow;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** A small real model: a straight line through the first feature, cut off at 0 and 1. */
record LineModel(double slope, double offset) implements Scorer {

    private static final TrainingWindow WINDOW = new TrainingWindow(Instant.EPOCH, Instant.EPOCH.plusSeconds(1));

    static final ModelStorage<LineModel> STORAGE = new ModelFileStorage<>(new ModelFileStorage.Packing<>() {
        @Override
        public ModelFile pack(LineModel model) throws IOException {
            return ModelFile.of("line", List.of("risk"), WINDOW, new PlattScaling(1, 0), out -> {
                out.writeDouble(model.slope);
                out.writeDouble(model.offset);
            });
        }

        @Override
        public LineModel unpack(ModelFile file) throws IOException {
            return file.model("line", List.of("risk"), in -> new LineModel(in.readDouble(), in.readDouble()));
        }
    });

    @Override
    public double probability(float[] features) {
        return Math.max(0, Math.min(1, slope * features[0] + offset));
    }
}
