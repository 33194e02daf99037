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
        List<Token> tokens = Lexer.tokens(text);
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
