package io.lifeboat.engine.model.sequence;

/** Adam with decoupled weight decay (Kingma and Ba 2015; Loshchilov and Hutter 2019), after clipping the gradient's norm. */
final class Adam {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;
    private static final double MAX_NORM = 1;

    private final double[] mean;
    private final double[] square;
    private final double decay;
    private int step;

    Adam(int size, double decay) {
        this.mean = new double[size];
        this.square = new double[size];
        this.decay = decay;
    }

    void update(float[] weights, float[] gradient, double scale, double learningRate) {
        step++;
        double norm = 0;
        for (float g : gradient) {
            norm += g * scale * g * scale;
        }
        double clipped = scale * Math.min(1, MAX_NORM / Math.max(Math.sqrt(norm), 1e-30));
        double correction1 = 1 - Math.pow(BETA1, step);
        double correction2 = 1 - Math.pow(BETA2, step);
        for (int i = 0; i < weights.length; i++) {
            double g = gradient[i] * clipped;
            mean[i] = BETA1 * mean[i] + (1 - BETA1) * g;
            square[i] = BETA2 * square[i] + (1 - BETA2) * g * g;
            double move = mean[i] / correction1 / (Math.sqrt(square[i] / correction2) + EPSILON);
            weights[i] -= (float) (learningRate * (move + decay * weights[i]));
        }
    }
}
