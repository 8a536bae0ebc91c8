package io.lifeboat.engine.evaluate.disk;

/** What one error counter did up to a step; NaN for what never happened. */
record ErrorHistory(double highest, double firstHour, double lastRiseHour) {

    static ErrorHistory of(Drive drive, Smart attribute, int step) {
        double highest = Double.NaN;
        double first = Double.NaN;
        double lastRise = Double.NaN;
        double before = Double.NaN;
        for (int i = 0; i <= step; i++) {
            double value = drive.value(i, attribute);
            if (Double.isNaN(value)) {
                continue;
            }
            highest = Double.isNaN(highest) ? value : Math.max(highest, value);
            if (value > 0 && Double.isNaN(first)) {
                first = drive.starts()[i];
            }
            if (value > before) {
                lastRise = drive.starts()[i];
            }
            before = value;
        }
        return new ErrorHistory(highest, first, lastRise);
    }
}
