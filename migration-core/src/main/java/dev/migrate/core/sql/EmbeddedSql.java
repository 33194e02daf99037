package dev.migrate.core.sql;

import java.util.List;
import java.util.function.Function;

/** Code within a string literal. */
final class EmbeddedSql {
    private EmbeddedSql() {}

    /**
     * Reads the code in a string. Its places are in the whole text where the string holds the code as it is; where it has
     * escapes or doubled quotes, the place is the string.
     */
    static List<SpannedOperation> read(String text, Token string, Function<Cursor, List<SpannedOperation>> reader) {
        int start = Literals.verbatimAt(text, string);
        String value = Literals.value(text, string);
        if (start >= 0) {
            List<Token> tokens = Lexer.tokens(text, start, start + value.length());
            return reader.apply(new Cursor(text, tokens, 0, tokens.size()));
        }
        List<Token> tokens = Lexer.tokens(value);
        return reader.apply(new Cursor(value, tokens, 0, tokens.size())).stream()
                .map(each -> new SpannedOperation(each.operation(), string.start(), string.end(), each.conditional()))
                .toList();
    }

    /** The statements in the code at the cursor. */
    static List<SpannedOperation> statements(Cursor cursor) {
        return cursor.statements().stream()
                .flatMap(part -> StatementReader.operations(part).stream())
                .toList();
    }
}
