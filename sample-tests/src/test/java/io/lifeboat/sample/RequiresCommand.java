package io.lifeboat.sample;

import java.io.File;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Skips the tests of a class, before any cluster is started, where a command is not installed; but never in CI, where
 * they fail instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresCommand.OnPath.class)
@interface RequiresCommand {

    /** Name of the command, which Debian's package of the same name installs. */
    String value();

    /** Looks for it. */
    final class OnPath implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), RequiresCommand.class)
                    .map(annotation -> evaluate(annotation.value(), System.getenv("PATH"), System.getenv("CI")))
                    .orElseThrow();
        }

        static ConditionEvaluationResult evaluate(String command, String path, @Nullable String ci) {
            boolean found = Arrays.stream(path.split(File.pathSeparator))
                    .anyMatch(directory -> Files.isExecutable(Path.of(directory, command)));
            if (found) {
                return ConditionEvaluationResult.enabled(command + " is on the PATH");
            }
            String advice = "%s is not on the PATH. Maybe run: apt-get install %s".formatted(command, command);
            if ("true".equals(ci)) {
                throw new IllegalStateException("In CI nothing is skipped, but " + advice);
            }
            return ConditionEvaluationResult.disabled(advice);
        }
    }
}
