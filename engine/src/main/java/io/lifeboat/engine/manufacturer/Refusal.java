package io.lifeboat.engine.manufacturer;

/** Something in the file is wrong; who knows the file makes it a {@link ManufacturerDataException}. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1;

    /** The line at fault; 0 for the one being read. */
    final int line;

    Refusal(String reason) {
        this(0, reason);
    }

    Refusal(int line, String reason) {
        super(reason);
        this.line = line;
    }
}
