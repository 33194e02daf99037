package dev.migrate.core.source;

/** What holds a value: a local, a field, the content of a list, a statement that is being built. */
final class Variable {
    private Value value;

    Variable(Value value) {
        this.value = value;
    }

    Value value() {
        return value;
    }

    /** For {@link Journal} alone, which can take it back. */
    void replace(Value other) {
        value = other;
    }
}
