package io.lifeboat.report.html;

/** Maps values to coordinates, linearly or by their logarithm. */
record Scale(double from, double to, double begin, double end, boolean logarithmic) {

    static Scale linear(double from, double to, double begin, double end) {
        return new Scale(from, to > from ? to : from + 1, begin, end, false);
    }

    static Scale logarithmic(double from, double to, double begin, double end) {
        return new Scale(from, to > from ? to : from * 10, begin, end, true);
    }

    double at(double value) {
        double clipped = Math.max(from, Math.min(to, value));
        double share = logarithmic ? Math.log(clipped / from) / Math.log(to / from) : (clipped - from) / (to - from);
        return begin + share * (end - begin);
    }
}
