package dev.migrate.core.sql;

/**
 * One token of SQL text.
 *
 * @param start the first character's offset in the whole text
 * @param end the offset after the last character
 * @param value a word folded to lower case, a quoted identifier without quotes, a symbol as written; for
 *     {@link Kind#UNTERMINATED} what is not closed; empty for literals
 */
record Token(Kind kind, int start, int end, String value) {
    enum Kind {
        /** A key word or an identifier without quotes. */
        WORD,
        /** An identifier in quotes. */
        QUOTED,
        /** A string in any of its spellings. */
        STRING,
        NUMBER,
        /** {@code $1}. */
        PARAMETER,
        OPERATOR,
        /** Brackets, comma, semicolon, dot, colon, and characters that are no SQL. */
        SYMBOL,
        /** A command of psql, which begins with a backslash and ends with its line. */
        PSQL,
        /** A string, identifier or comment that the text does not close. */
        UNTERMINATED,
        /** After the last token. */
        END
    }

    boolean word(String word) {
        return kind == Kind.WORD && value.equals(word);
    }

    boolean symbol(String symbol) {
        return kind == Kind.SYMBOL && value.equals(symbol);
    }

    boolean identifier() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    boolean opens() {
        return kind == Kind.SYMBOL && (value.equals("(") || value.equals("["));
    }

    boolean closes() {
        return kind == Kind.SYMBOL && (value.equals(")") || value.equals("]"));
    }
}
