package io.lifeboat.engine.prediction.learned;

/** Opinions as they are kept and as they are computed with. Not a number stands for an abstention in both. */
final class Opinions {

    private Opinions() {}

    static float[] floats(double[] opinions) {
        float[] row = new float[opinions.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) opinions[i];
        }
        return row;
    }

    static double[] doubles(float[] row) {
        double[] opinions = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            opinions[i] = row[i];
        }
        return opinions;
    }
}
