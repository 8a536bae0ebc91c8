package io.lifeboat.engine.manufacturer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of two models, and how files are read. */
final class DeviceFiles {

    static final String GOOD = """
            # what the makers say
            format = 1

            [ST4000DM000]
            component               = disk
            annualised-failure-rate = 2%        # Maker's sheet, page 3
            prior-device-years      = 50
            weibull-shape           = 1.5
            weibull-scale-hours     = 300000
            tolerance.disk-latency  = 0.2, noise 0.05, weight 0.6
            tolerance.disk-reallocated-sectors = 16, noise 1

            [Xeon Silver 4310]
            component               = CPU
            annualised-failure-rate = 0.004
            tolerance.cpu-temperature = 84
            """;

    private DeviceFiles() {}

    static ManufacturerData load(Path folder, String text) throws IOException {
        return load(folder, text.getBytes(StandardCharsets.UTF_8));
    }

    static ManufacturerData load(Path folder, byte[] bytes) throws IOException {
        return ManufacturerData.load(Files.write(folder.resolve("devices.ini"), bytes));
    }
}
