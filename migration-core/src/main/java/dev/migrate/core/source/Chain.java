package dev.migrate.core.source;

/**
 * A statement of jOOQ's that is being built. jOOQ's own object changes with each call and gives itself back, whoever
 * else holds it.
 */
final class Chain implements Value.Opaque {
    private final Variable content;

    Chain(Value begun) {
        this.content = new Variable(begun);
    }

    Variable content() {
        return content;
    }

    Value now() {
        return content.value();
    }

    /** The value that a call gave, as the object that the author holds. */
    static Value of(Value given) {
        return JooqStatement.changing(given) ? new Chain(given) : given;
    }
}
