package dev.migrate.core.source;

/** A value and the expression that gave it. */
record Argument(Value value, Span span) {
    /** The text of a string. */
    Traced text(String what) {
        if (value instanceof Value.Text text) {
            return text.traced();
        }
        throw new NotUnderstood(what + " is not a constant text", span);
    }

    int number(String what) {
        if (value instanceof Value.Constant constant && constant.boxed() instanceof Integer number) {
            return number;
        }
        throw new NotUnderstood(what + " is not a constant number", span);
    }

    boolean flag(String what) {
        if (value instanceof Value.Constant constant && constant.boxed() instanceof Boolean flag) {
            return flag;
        }
        throw new NotUnderstood(what + " is not a constant", span);
    }
}
