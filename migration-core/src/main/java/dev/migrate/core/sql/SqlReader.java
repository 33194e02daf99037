package dev.migrate.core.sql;

import dev.migrate.core.operation.DdlOperation;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads PostgreSQL text. Whatever the text is, there is an answer: what is not understood is {@link DdlOperation.Opaque}
 * with its reason, never guessed.
 */
public final class SqlReader {
    private SqlReader() {}

    /**
     * Reads the statements of a text.
     *
     * @param text any text; statements are separated by semicolons
     * @return the statements in order; none for a text of white space and comments
     */
    public static List<SqlStatement> read(String text) {
        return read(text, Lexer.tokens(text));
    }

    /**
     * Reads the statements of a text, as if the names of one schema's objects had been written without it: for texts that
     * name the same table now with its schema and now without.
     *
     * @param home the schema that a name without one means
     */
    public static List<SqlStatement> read(String text, String home) {
        return read(text, withoutSchema(Lexer.tokens(text), home));
    }

    private static List<Token> withoutSchema(List<Token> tokens, String home) {
        List<Token> kept = new ArrayList<>(tokens.size());
        for (int at = 0; at < tokens.size(); at++) {
            boolean prefix = at + 2 < tokens.size()
                    && tokens.get(at).identifier()
                    && tokens.get(at).value().equals(home)
                    && tokens.get(at + 1).symbol(".")
                    && tokens.get(at + 2).identifier()
                    && (at == 0 || !tokens.get(at - 1).symbol("."));
            if (prefix) {
                at++;
            } else {
                kept.add(tokens.get(at));
            }
        }
        return kept;
    }

    private static List<SqlStatement> read(String text, List<Token> tokens) {
        List<SqlStatement> statements = new ArrayList<>(1);
        for (Splitter.Range range : Splitter.statements(tokens, 0, tokens.size())) {
            statements.add(statement(text, tokens, range));
        }
        return statements;
    }

    private static SqlStatement statement(String text, List<Token> tokens, Splitter.Range range) {
        Token first = tokens.get(range.from());
        Token last = tokens.get(range.to() - 1);
        int end = last.kind() == Token.Kind.UNTERMINATED ? text.length() : last.end();
        Cursor cursor = new Cursor(text, tokens, range.from(), range.to());
        List<SpannedOperation> operations = StatementReader.operations(cursor);
        boolean inside = !Transactions.refuses(new Cursor(text, tokens, range.from(), range.to()));
        return new SqlStatement(text.substring(first.start(), end), first.start(), end, operations, inside);
    }
}
