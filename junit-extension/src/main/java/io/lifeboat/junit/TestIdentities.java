package io.lifeboat.junit;

import io.lifeboat.junit.experiment.TestIdentity;
import io.lifeboat.junit.plan.Settings;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Names a test in reports and in the command that replays it. */
final class TestIdentities {

    private static final String REPLAY = "lifeboat.replay";
    private static final String DEFAULT_REPLAY = "mvn test -Dtest='{test}' -Dlifeboat.seed={seed}";
    private static final int LONGEST_NAME = 120;

    private TestIdentities() {}

    static TestIdentity of(ExtensionContext context, Settings settings) {
        String className = context.getRequiredTestClass().getName();
        String method = context.getRequiredTestMethod().getName();
        String invocation = invocation(context.getUniqueId());
        String replay = context.getConfigurationParameter(REPLAY)
                .orElse(DEFAULT_REPLAY)
                .replace("{test}", className + "#" + method)
                .replace("{seed}", Long.toString(settings.seed()));
        String display = invocation.isEmpty() ? method : method + " " + context.getDisplayName();
        return new TestIdentity(
                fileName(className) + "/" + fileName(method + invocation), display, className, method, replay);
    }

    /** "-2" for the second invocation of a parameterized or repeated test. */
    private static String invocation(String uniqueId) {
        int hash = uniqueId.lastIndexOf('#');
        boolean last = hash > uniqueId.lastIndexOf("/[");
        return last ? "-" + uniqueId.substring(hash + 1, uniqueId.length() - 1) : "";
    }

    private static String fileName(String name) {
        String safe = name.replaceAll("[^\\p{L}\\p{N}._$-]", "_");
        return safe.length() <= LONGEST_NAME
                ? safe
                : safe.substring(0, LONGEST_NAME) + "-" + Integer.toHexString(name.hashCode());
    }
}
