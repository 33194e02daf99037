package dev.migrate.core.sql;

import java.util.List;

/**
 * Proves that a condition cannot hold for NULL in a column, by the rules of PostgreSQL's {@code predicate_implied_by}:
 * OR needs all arms, AND one part, and only {@code IS NOT NULL} counts as a leaf.
 */
final class NotNullProof {
    /** Deeper nesting is not followed, so that no text can exhaust the stack. */
    private static final int MAX_DEPTH = 50;

    private final List<Token> tokens;
    private final String column;

    NotNullProof(List<Token> tokens, String column) {
        this.tokens = tokens;
        this.column = column;
    }

    boolean holds() {
        return holds(0, tokens.size(), 0);
    }

    private boolean holds(int from, int to, int depth) {
        if (from >= to || depth > MAX_DEPTH) {
            return false;
        }
        if (hasBetween(from, to)) {
            // The AND of a BETWEEN is no conjunction.
            return false;
        }
        if (splits(from, to, "or")) {
            return parts(from, to, "or", depth, true);
        }
        if (splits(from, to, "and")) {
            return parts(from, to, "and", depth, false);
        }
        if (tokens.get(from).symbol("(") && closing(from, to) == to - 1) {
            return holds(from + 1, to - 1, depth + 1);
        }
        if (tokens.get(from).word("not")
                && tokens.get(from + 1 < to ? from + 1 : from).symbol("(")
                && closing(from + 1, to) == to - 1) {
            return isColumnAnd(from + 2, to - 1, "is", "null");
        }
        return isNotNull(from, to);
    }

    private boolean isColumnAnd(int from, int to, String... words) {
        boolean holds = to - from == words.length + 1
                && tokens.get(from).identifier()
                && tokens.get(from).value().equals(column);
        for (int at = 0; holds && at < words.length; at++) {
            holds = tokens.get(from + 1 + at).word(words[at]);
        }
        return holds;
    }

    private boolean isNotNull(int from, int to) {
        if (isColumnAnd(from, to, "is", "distinct", "from", "null")) {
            return true;
        }
        boolean named =
                tokens.get(from).identifier() && tokens.get(from).value().equals(column);
        if (tokens.get(from).symbol("(")) {
            int close = closing(from, to);
            named = close == from + 2
                    && tokens.get(from + 1).identifier()
                    && tokens.get(from + 1).value().equals(column);
            return named && isNotNullWords(close + 1, to);
        }
        return named && isNotNullWords(from + 1, to);
    }

    private boolean isNotNullWords(int from, int to) {
        if (to - from == 1) {
            return tokens.get(from).word("notnull");
        }
        return to - from == 3
                && tokens.get(from).word("is")
                && tokens.get(from + 1).word("not")
                && tokens.get(from + 2).word("null");
    }

    private boolean parts(int from, int to, String word, int depth, boolean all) {
        int start = from;
        int level = 0;
        for (int at = from; at <= to; at++) {
            if (at == to || (level == 0 && tokens.get(at).word(word))) {
                boolean holds = holds(start, at, depth + 1);
                if (holds != all) {
                    return holds;
                }
                start = at + 1;
            } else {
                level += level(at);
            }
        }
        return all;
    }

    private boolean splits(int from, int to, String word) {
        int level = 0;
        for (int at = from; at < to; at++) {
            if (level == 0 && tokens.get(at).word(word)) {
                return true;
            }
            level += level(at);
        }
        return false;
    }

    private boolean hasBetween(int from, int to) {
        return splits(from, to, "between") || splits(from, to, "case");
    }

    private int closing(int open, int to) {
        int level = 0;
        for (int at = open; at < to; at++) {
            level += level(at);
            if (level == 0) {
                return at;
            }
        }
        return -1;
    }

    private int level(int at) {
        return tokens.get(at).opens() ? 1 : tokens.get(at).closes() ? -1 : 0;
    }
}
