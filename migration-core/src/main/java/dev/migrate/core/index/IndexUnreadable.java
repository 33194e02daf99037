package dev.migrate.core.index;

/** Text that is no index entry of a known form: of another version of this tool, or damaged. */
public final class IndexUnreadable extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong, as a sentence without a full stop. */
    public IndexUnreadable(String message) {
        super(message);
    }

    IndexUnreadable(String message, Throwable cause) {
        super(message, cause);
    }
}
