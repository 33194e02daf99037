package dev.migrate.core.sql;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a block of PL/pgSQL for the statements that it runs. What stands in IF, CASE, a loop or beside an exception
 * handler is conditional; what is put together while it runs is opaque, at its place.
 *
 * @see <a href="https://www.postgresql.org/docs/current/plpgsql-control-structures.html">Control Structures</a>
 */
final class PlpgsqlReader {
    private final Cursor cursor;
    private final List<SpannedOperation> operations = new ArrayList<>();
    private int conditions;

    private PlpgsqlReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** What the block at the cursor does. */
    static List<SpannedOperation> operations(Cursor cursor) {
        PlpgsqlReader reader = new PlpgsqlReader(cursor);
        reader.label();
        reader.block();
        cursor.acceptSymbol(";");
        cursor.expectEnd("END");
        return reader.operations;
    }

    private void label() {
        if (!isOperator(cursor.peek(), "<<")) {
            return;
        }
        Token token = cursor.next();
        while (!cursor.atEnd() && !isOperator(token, ">>")) {
            token = cursor.next();
        }
    }

    private static boolean isOperator(Token token, String operator) {
        return token.kind() == Kind.OPERATOR && token.value().equals(operator);
    }

    private void block() {
        if (cursor.accept("declare")) {
            while (!cursor.atEnd() && !cursor.at("begin")) {
                expressionTo(";");
            }
        }
        cursor.expect("begin");
        int first = operations.size();
        statements();
        if (cursor.accept("exception")) {
            // Each statement before it can be undone by its handler.
            for (int at = first; at < operations.size(); at++) {
                operations.set(at, operations.get(at).underCondition());
            }
            conditions++;
            while (cursor.accept("when")) {
                cursor.skipTo("then");
                cursor.expect("then");
                statements();
            }
            conditions--;
        }
        cursor.expect("end");
        if (cursor.peek().identifier()) {
            cursor.next();
        }
    }

    /** Up to a word that ends or divides the construct around them. */
    private void statements() {
        while (!cursor.atEnd() && !endsStatements(cursor.peek())) {
            label();
            statement();
            cursor.acceptSymbol(";");
        }
    }

    private static boolean endsStatements(Token token) {
        return token.word("end")
                || token.word("exception")
                || token.word("else")
                || token.word("elsif")
                || token.word("elseif")
                || token.word("when");
    }

    private void statement() {
        Token first = cursor.peek();
        switch (first.kind() == Kind.WORD ? first.value() : "") {
            case "declare", "begin" -> block();
            case "if" -> ifThen();
            case "case" -> caseWhen();
            case "loop", "while", "for", "foreach" -> loop();
            case "execute" -> execute();
            case "perform" -> perform();
            case "raise", "return", "exit", "continue", "get", "assert", "open", "fetch", "move", "close", "null" ->
                harmless();
            default -> assignmentOrSql();
        }
    }

    private void ifThen() {
        cursor.next();
        conditions++;
        condition("then");
        statements();
        while (cursor.accept("elsif") || cursor.accept("elseif")) {
            condition("then");
            statements();
        }
        if (cursor.accept("else")) {
            statements();
        }
        conditions--;
        cursor.expect("end");
        cursor.expect("if");
    }

    private void caseWhen() {
        cursor.next();
        conditions++;
        cursor.skipTo("when");
        while (cursor.accept("when")) {
            condition("then");
            statements();
        }
        if (cursor.accept("else")) {
            statements();
        }
        conditions--;
        cursor.expect("end");
        cursor.expect("case");
    }

    private void loop() {
        conditions++;
        condition("loop");
        statements();
        conditions--;
        cursor.expect("end");
        cursor.expect("loop");
        if (cursor.peek().identifier()) {
            cursor.next();
        }
    }

    /** An expression up to a word; what it calls may change something too. */
    private void condition(String endWord) {
        int start = cursor.mark();
        cursor.skipToWithCases(endWord);
        int length = cursor.mark() - start;
        cursor.back(start);
        called(cursor.part(length));
        cursor.expect(endWord);
    }

    private void expressionTo(String symbol) {
        int start = cursor.mark();
        while (!cursor.atEnd() && !cursor.atSymbol(symbol)) {
            cursor.next();
        }
        int length = cursor.mark() - start;
        cursor.back(start);
        called(cursor.part(length));
        cursor.acceptSymbol(symbol);
    }

    private void called(Cursor expression) {
        try {
            FunctionCalls.read(expression).forEach(this::add);
        } catch (Unread unread) {
            add(StatementReader.opaque(unread.token(), unread.reason()));
        }
    }

    private void harmless() {
        Token first = cursor.peek();
        int before = operations.size();
        called(rest());
        if (operations.size() == before) {
            nothing(first);
        }
    }

    private void nothing(Token first) {
        add(new SpannedOperation(
                new DdlOperation.Harmless(cursor.word(first).toUpperCase(Locale.ROOT)), first.start(), first.end()));
    }

    private void perform() {
        harmless();
    }

    /** EXECUTE of one constant; anything else is put together while it runs. */
    private void execute() {
        Token keyword = cursor.next();
        int start = cursor.mark();
        rest();
        int end = cursor.mark();
        cursor.back(start);
        boolean formatted = cursor.accept("format");
        boolean opened = formatted && cursor.acceptSymbol("(");
        Token command = cursor.next();
        boolean constant = command.kind() == Kind.STRING
                && (!formatted
                        || (opened
                                && cursor.atSymbol(")")
                                && Literals.value(cursor.text(), command).indexOf('%') < 0));
        if (opened) {
            cursor.acceptSymbol(")");
        }
        boolean alone = cursor.mark() == end || cursor.at("into") || cursor.at("using");
        cursor.back(end);
        if (!constant || !alone) {
            add(StatementReader.opaque(keyword, "EXECUTE runs a statement that is put together while it runs"));
            return;
        }
        EmbeddedSql.read(cursor.text(), command, EmbeddedSql::statements).forEach(this::add);
    }

    private void assignmentOrSql() {
        int assignment = cursor.ahead(token -> token.symbol(":=") || isOperator(token, "="), 8);
        boolean sql =
                cursor.peek().kind() == Kind.WORD && SqlStarts.is(cursor.peek().value());
        if (!sql && assignment > 0) {
            harmless();
            return;
        }
        Cursor statement = rest();
        if (statement.at("select") || statement.at("with")) {
            variable(statement);
            return;
        }
        StatementReader.operations(statement).forEach(this::add);
    }

    /** A query whose result goes INTO a variable, which makes no table here. */
    private void variable(Cursor query) {
        Token first = query.peek();
        if (query.ahead("into", "") < 0) {
            StatementReader.operations(query).forEach(this::add);
            return;
        }
        int before = operations.size();
        called(query);
        if (operations.size() == before) {
            nothing(first);
        }
    }

    /** The tokens up to the semicolon, as a place of their own. */
    private Cursor rest() {
        return cursor.part(Math.max(1, cursor.lengthToSemicolon()));
    }

    private void add(SpannedOperation operation) {
        operations.add(conditions > 0 ? operation.underCondition() : operation);
    }
}
