package io.lifeboat.engine.alert;

/**
 * Whether a critical alert may lead to a hard action.
 *
 * @param given whether it may
 * @param reason who agrees, or what is waited for, in words
 */
public record Confirmation(boolean given, String reason) {

    /** There is nothing to confirm. */
    public static final Confirmation NONE = new Confirmation(false, "no critical alert");
}
