package io.lifeboat.junit.plan;

import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** The annotations of a test cannot be what was meant. The message says what to change. */
public final class PlanException extends ExtensionConfigurationException {

    private static final long serialVersionUID = 1L;

    public PlanException(String message) {
        super(message);
    }
}
