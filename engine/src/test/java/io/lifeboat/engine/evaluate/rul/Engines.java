package io.lifeboat.engine.evaluate.rul;

import io.lifeboat.engine.evaluate.task.LinesFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Small invented engines whose sensors drift faster and faster towards the end of their life. */
final class Engines {

    static final List<String> SENSORS = List.of("sensor_1", "sensor_2", "sensor_3");

    private Engines() {}

    /** Engines that run until they fail: one sensor rises, one falls, one is constant. */
    static List<Unit> runToFailure(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Unit> units = new ArrayList<>();
        for (int u = 0; u < count; u++) {
            int life = random.nextInt(120, 200);
            float[][] values = new float[life][3];
            for (int t = 0; t < life; t++) {
                double wear = Math.exp(-(life - t) / 40.0);
                values[t][0] = (float) (600 + 10 * wear + random.nextDouble() - 0.5);
                values[t][1] = (float) (50 - 2 * wear + 0.2 * random.nextDouble());
                values[t][2] = 14.62f;
            }
            units.add(new Unit(Integer.toString(u + 1), values));
        }
        return units;
    }

    static Path write(Path file, List<Unit> units) throws IOException {
        LinesFile.write(file, out -> {
            out.line("unit_number,time_in_cycles," + String.join(",", SENSORS));
            for (Unit unit : units) {
                for (int t = 0; t < unit.cycles(); t++) {
                    float[] v = unit.values()[t];
                    out.line(String.format(Locale.ROOT, "%s,%d,%.3f,%.3f,%.2f", unit.id(), t + 1, v[0], v[1], v[2]));
                }
            }
        });
        return file;
    }
}
