package io.lifeboat.engine.adapt;

/** What a {@link ShadowTrial} says of the challenger. */
public sealed interface TrialVerdict {

    /** Why, for a reader of the report. */
    String words();

    /** Too little is known yet. */
    record Undecided(String words) implements TrialVerdict {}

    /** The challenger may take over. */
    record NoWorse(String words) implements TrialVerdict {}

    /** The challenger would be no worse, but of too many warnings nobody knows what would have become: it must not take over yet. */
    record Withheld(String words) implements TrialVerdict {}

    /** The champion stays. */
    record Worse(String words) implements TrialVerdict {}
}
