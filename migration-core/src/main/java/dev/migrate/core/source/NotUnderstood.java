package dev.migrate.core.source;

/** Ends the reading of one step; it never leaves this package, the step becomes opaque. */
final class NotUnderstood extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Span span;

    /**
     * Ends the reading.
     *
     * @param reason completes "could not be read: …"
     * @param span of the smallest thing that is not understood
     */
    NotUnderstood(String reason, Span span) {
        super(reason, null, false, false);
        this.span = span;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    Span span() {
        return span;
    }
}
