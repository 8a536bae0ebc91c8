package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.adapt.ModelFileStorage;
import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.model.file.ModelFile;
import io.lifeboat.engine.telemetry.Cadence;
import java.io.IOException;
import java.util.Locale;

/**
 * Models of one component as model files. Their kind names the models that they took over from by a checksum: who brings other models wants
 * these, and not what was learned in the place of earlier ones.
 */
final class ModelPacking implements ModelFileStorage.Packing<ComponentModel> {

    /** Models adapt to live agents only. */
    private static final FeatureSpace LIVE = FeatureSpace.of(Cadence.LIVE);

    private final Component component;
    private final String kind;

    ModelPacking(Members first) {
        this.component = first.component();
        this.kind = "models/%s/%08x".formatted(component.name().toLowerCase(Locale.ROOT), MergePacking.checksum(first));
    }

    @Override
    public ModelFile pack(ComponentModel model) throws IOException {
        Merge merge = model.merge();
        return ModelFile.of(kind, LIVE.names(component), merge.window(), merge.calibration(), model::write);
    }

    @Override
    public ComponentModel unpack(ModelFile file) throws IOException {
        return file.model(
                kind,
                LIVE.names(component),
                in -> ComponentModel.read(in, component, file.calibration(), file.window()));
    }
}
