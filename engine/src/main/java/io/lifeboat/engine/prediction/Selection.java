package io.lifeboat.engine.prediction;

/** Finds one value of the sorted order without sorting the rest (Hoare 1961, "Find"). */
final class Selection {

    private Selection() {}

    /**
     * The value that would stand at {@code rank} if the first {@code size} values were sorted as {@link Double#compare} does. Moves
     * it there, smaller ones before it and larger ones behind it.
     */
    static double smallest(double[] values, int size, int rank) {
        int low = 0;
        int high = size - 1;
        while (low < high) {
            double pivot = middle(values[low], values[(low + high) >>> 1], values[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (Double.compare(values[i], pivot) < 0) {
                    i++;
                }
                while (Double.compare(values[j], pivot) > 0) {
                    j--;
                }
                if (i <= j) {
                    double swap = values[i];
                    values[i++] = values[j];
                    values[j--] = swap;
                }
            }
            if (rank <= j) {
                high = j;
            } else if (rank >= i) {
                low = i;
            } else {
                break;
            }
        }
        return values[rank];
    }

    private static double middle(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
