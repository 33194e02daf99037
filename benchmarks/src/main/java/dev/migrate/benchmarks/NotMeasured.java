package dev.migrate.benchmarks;

/** A measurement came to no figure: a contestant failed, or the log does not show what it must. */
public final class NotMeasured extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a headline and what is known about it, a line each. */
    public NotMeasured(String headline, String... lines) {
        super(lines.length == 0 ? headline : headline + "\n    " + String.join("\n    ", lines));
    }
}
