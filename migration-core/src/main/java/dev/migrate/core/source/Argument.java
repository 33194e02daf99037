package dev.migrate.core.source;

/** A value and the expression that gave it. */
record Argument(Value value, Span span) {
    /** The text of a string. */
    Traced text(String what) {
        if (value instanceof Value.Text text) {
            return text.traced();
        }
        if (value instanceof JooqPart.Sql sql) {
            return sql.sql();
        }
        throw new NotUnderstood(what + " is not a constant text", span);
    }

    int number(String what) {
        if (value instanceof Value.Constant constant) {
            if (constant.boxed() instanceof Integer number) {
                return number;
            }
            if (constant.boxed() instanceof Short || constant.boxed() instanceof Byte) {
                return ((Number) constant.boxed()).intValue();
            }
            if (constant.boxed() instanceof Character character) {
                return character;
            }
        }
        throw new NotUnderstood(what + " is not a constant number", span);
    }

    boolean flag(String what) {
        if (value instanceof Value.Constant constant && constant.boxed() instanceof Boolean flag) {
            return flag;
        }
        throw new NotUnderstood(what + " is not a constant", span);
    }

    /** This argument, if its value is known. */
    Argument known() {
        if (value instanceof Value.Unknown unknown) {
            throw new NotUnderstood(unknown.reason(), unknown.span());
        }
        return this;
    }

    /** What a list or a statement is at this moment. */
    Argument now() {
        if (value instanceof Sequence sequence) {
            return new Argument(sequence.now(), span);
        }
        return value instanceof Chain chain ? new Argument(chain.now(), span) : this;
    }
}
