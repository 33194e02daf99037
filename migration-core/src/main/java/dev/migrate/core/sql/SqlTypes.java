package dev.migrate.core.sql;

import dev.migrate.core.operation.DataType;
import java.util.List;
import java.util.Optional;

/** Data types by themselves. */
public final class SqlTypes {
    private SqlTypes() {}

    /** Reads a type in any spelling, as in {@code varchar(9)}; empty if the text is none, or more than one. */
    public static Optional<DataType> parse(String text) {
        List<Token> tokens = Lexer.tokens(text);
        Cursor cursor = new Cursor(text, tokens, 0, tokens.size());
        try {
            DataType type = TypeReader.read(cursor);
            return cursor.atEnd() ? Optional.of(type) : Optional.empty();
        } catch (Unread none) {
            return Optional.empty();
        }
    }
}
