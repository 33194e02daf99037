package dev.migrate.core.sql;

/** The statements that PostgreSQL refuses in a transaction block. */
final class Transactions {
    private Transactions() {}

    /** Whether the statement at the cursor is one of them. */
    static boolean refuses(Cursor cursor) {
        return switch (cursor.peek().value()) {
            case "vacuum" -> true;
            case "create" -> createRefuses(cursor);
            case "drop" ->
                isDatabaseOrTablespace(cursor.peek(1))
                        || (cursor.at("drop", "index") && cursor.peek(2).word("concurrently"));
            case "alter" -> cursor.at("alter", "system") || hasAhead(cursor, "detach", "concurrently");
            case "commit", "rollback" -> cursor.peek(1).word("prepared");
            case "discard" -> cursor.peek(1).word("all");
            case "reindex" -> reindexRefuses(cursor);
            case "cluster" -> cursor.peek(1).kind() == Token.Kind.END;
            default -> false;
        };
    }

    private static boolean createRefuses(Cursor cursor) {
        int index = cursor.peek(1).word("unique") ? 2 : 1;
        return isDatabaseOrTablespace(cursor.peek(1))
                || cursor.peek(1).word("subscription")
                || (cursor.peek(index).word("index") && cursor.peek(index + 1).word("concurrently"));
    }

    private static boolean isDatabaseOrTablespace(Token token) {
        return token.word("database") || token.word("tablespace");
    }

    private static boolean reindexRefuses(Cursor cursor) {
        Token target = cursor.peek(1);
        return target.word("database")
                || target.word("system")
                || target.word("schema")
                || hasAhead(cursor, "concurrently", "concurrently");
    }

    /** Whether the second word comes after the first, or the word alone where both are the same. */
    private static boolean hasAhead(Cursor cursor, String first, String second) {
        boolean seen = first.equals(second);
        for (int ahead = 1; cursor.peek(ahead).kind() != Token.Kind.END; ahead++) {
            if (seen && cursor.peek(ahead).word(second)) {
                return true;
            }
            seen |= cursor.peek(ahead).word(first);
        }
        return false;
    }
}
