package io.lifeboat.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

class RequiresCommandTests {

    @Test
    void runsWhereTheCommandIs() {
        assertThat(RequiresCommand.OnPath.evaluate("sh", "/nowhere:/bin", "true")
                        .isDisabled())
                .isFalse();
    }

    @Test
    void skipsWithTheReasonWhereItIsNot() {
        ConditionEvaluationResult result = RequiresCommand.OnPath.evaluate("no-such-server", "/bin", null);
        assertThat(result.isDisabled()).isTrue();
        assertThat(result.getReason())
                .contains("no-such-server is not on the PATH. Maybe run: apt-get install no-such-server");
    }

    @Test
    void neverSkipsInCi() {
        assertThatThrownBy(() -> RequiresCommand.OnPath.evaluate("no-such-server", "/bin", "true"))
                .hasMessageContaining("no-such-server");
    }
}
