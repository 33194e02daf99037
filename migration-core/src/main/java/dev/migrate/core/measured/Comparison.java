package dev.migrate.core.measured;

/**
 * A claim beside what a server showed.
 *
 * @param verdict whether they agree
 * @param text both of them, or why nothing is claimed
 */
public record Comparison(Verdict verdict, String text) {
    /** The outcome. */
    public enum Verdict {
        /** The claim is what the server showed. */
        AGREES,
        /** It is not. */
        DISAGREES,
        /** The server refuses the statement for a reason of the data or the catalog: there is no effect to claim. */
        REFUSED,
        /** The statement is not read: it is said to be opaque, and nothing is claimed. */
        UNREAD
    }
}
