package io.lifeboat.junit;

/** Names of configuration parameters, each also a system property. */
final class SettingNames {

    static final String SEED = "lifeboat.seed";

    private SettingNames() {}
}
