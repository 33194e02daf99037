package dev.migrate.core.sql;

/**
 * Stops the recursive descent at what it does not know. It never leaves this package: whoever started the descent makes
 * an opaque operation of it. Without a stack trace, since it is an answer and not a fault.
 */
final class Unread extends RuntimeException {
    private final transient Token token;

    Unread(Token token, String reason) {
        super(reason, null, false, false);
        this.token = token;
    }

    /** Where the descent stopped. */
    Token token() {
        return token;
    }

    /** Why, as a claim. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
