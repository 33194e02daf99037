package dev.migrate.core.sql;

/** Reads one key of an index or of a partitioned table: a column or an expression, with what is said of it. */
final class KeyReader {
    private final Cursor cursor;

    KeyReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /**
     * A key.
     *
     * @param key the column's name, or the text of an expression in parentheses
     * @param options collation, operator class and order as written; empty for none
     */
    record Key(String key, String options) {}

    Key read() {
        String key = key();
        Token first = cursor.peek();
        int mark = cursor.mark();
        options();
        return new Key(key, cursor.mark() == mark ? "" : cursor.textFrom(first));
    }

    private String key() {
        if (cursor.atSymbol("(")) {
            return "(" + cursor.parenthesised() + ")";
        }
        if (!isFunctionCall()) {
            return cursor.name("a column's name").value();
        }
        Token first = cursor.peek();
        while (!cursor.atSymbol("(")) {
            cursor.next();
        }
        cursor.parenthesised();
        return "(" + cursor.textFrom(first) + ")";
    }

    private boolean isFunctionCall() {
        boolean qualified = cursor.peek(1).symbol(".");
        return cursor.peek().identifier() && cursor.peek(qualified ? 3 : 1).symbol("(");
    }

    /** Collation, operator class with its options, and order. */
    private void options() {
        if (cursor.accept("collate")) {
            cursor.objectName("a collation's name");
        }
        boolean operatorClass = cursor.peek().identifier()
                && !cursor.at("asc")
                && !cursor.at("desc")
                && !cursor.at("nulls", "first")
                && !cursor.at("nulls", "last");
        if (operatorClass) {
            cursor.objectName("an operator class");
            if (cursor.atSymbol("(")) {
                cursor.parenthesised();
            }
        }
        if (!cursor.accept("asc")) {
            cursor.accept("desc");
        }
        if (!cursor.accept("nulls", "first")) {
            cursor.accept("nulls", "last");
        }
    }
}
