package io.lifeboat.engine.model.anomaly;

class RandomCutDetectorTests extends StreamingDetectorContract {

    @Override
    StreamingDetector detector() {
        return new RandomCutDetector(DIMENSIONS, 3);
    }
}
