package dev.migrate.core.sql;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.DdlOperation.DataChange.Verb;
import dev.migrate.core.operation.ObjectChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads data changes, queries and the statements that change nothing. */
final class DataReader {
    private final Cursor cursor;

    private DataReader(Cursor cursor) {
        this.cursor = cursor;
    }

    static List<SpannedOperation> operations(Cursor cursor) {
        return new DataReader(cursor).read();
    }

    private List<SpannedOperation> read() {
        Token first = cursor.peek();
        return switch (first.value()) {
            case "insert" -> change(Verb.INSERT, "into");
            case "update" -> change(Verb.UPDATE, "");
            case "delete" -> change(Verb.DELETE, "from");
            case "merge" -> change(Verb.MERGE, "into");
            case "truncate" -> truncate();
            case "with" -> with();
            case "select", "values", "table" -> query(first);
            case "copy" -> copy(first);
            case "comment", "security" -> CommentReader.read(cursor);
            case "grant", "revoke" -> new GrantReader(cursor).read();
            case "reassign" -> reassign();
            case "explain" -> explain();
            case "set",
                    "reset",
                    "discard",
                    "begin",
                    "start",
                    "commit",
                    "rollback",
                    "end",
                    "abort",
                    "savepoint",
                    "release",
                    "prepare" -> new SessionReader(cursor).read();
            case "show",
                    "listen",
                    "notify",
                    "unlisten",
                    "load",
                    "checkpoint",
                    "declare",
                    "fetch",
                    "move",
                    "close",
                    "deallocate" -> harmless(first, first.value().toUpperCase(Locale.ROOT));
            case "execute" -> throw cursor.unread("EXECUTE runs a statement that was prepared elsewhere");
            case "call" -> throw cursor.unread("CALL runs code that is not read");
            case "import" -> throw cursor.unread("IMPORT FOREIGN SCHEMA makes tables whose names are not known");
            default -> throw StatementReader.notUnderstood(cursor);
        };
    }

    private List<SpannedOperation> change(Verb verb, String preposition) {
        cursor.next();
        if (!preposition.isEmpty()) {
            cursor.expect(preposition);
        }
        SpannedOperation change = of(verb);
        cursor.skipToEnd();
        return List.of(change);
    }

    private SpannedOperation of(Verb verb) {
        boolean only = cursor.accept("only");
        Cursor.Name table = cursor.objectName("the table's name");
        return new SpannedOperation(
                new DdlOperation.DataChange(verb, table.name(), false, only), table.start(), table.end());
    }

    /** COPY … TO reads; COPY … FROM inserts. */
    private List<SpannedOperation> copy(Token first) {
        cursor.next();
        if (cursor.atSymbol("(")) {
            return harmless(first, "COPY");
        }
        Cursor.Name table = cursor.objectName("the table's name");
        if (cursor.atSymbol("(")) {
            cursor.parenthesised();
        }
        if (cursor.accept("to")) {
            return harmless(first, "COPY");
        }
        cursor.expect("from");
        cursor.skipToEnd();
        return List.of(new SpannedOperation(
                new DdlOperation.DataChange(Verb.INSERT, table.name()), table.start(), table.end()));
    }

    private List<SpannedOperation> truncate() {
        cursor.next();
        cursor.accept("table");
        List<Cursor.Name> tables = new ArrayList<>(1);
        List<Boolean> only = new ArrayList<>(1);
        do {
            only.add(cursor.accept("only"));
            tables.add(cursor.objectName("the table's name"));
            cursor.acceptOperator("*");
        } while (cursor.acceptSymbol(","));
        if (!cursor.accept("restart", "identity")) {
            cursor.accept("continue", "identity");
        }
        boolean cascade = AlterTableReader.cascade(cursor);
        cursor.expectEnd("TRUNCATE");
        List<SpannedOperation> operations = new ArrayList<>(1);
        for (int i = 0; i < tables.size(); i++) {
            Cursor.Name table = tables.get(i);
            operations.add(new SpannedOperation(
                    new DdlOperation.DataChange(Verb.TRUNCATE, table.name(), cascade, only.get(i)),
                    table.start(),
                    table.end()));
        }
        return operations;
    }

    /** The statement behind WITH, and each data change among its queries. */
    private List<SpannedOperation> with() {
        Token first = cursor.peek();
        int start = cursor.mark();
        int depth = 0;
        List<SpannedOperation> operations = new ArrayList<>(1);
        Token previous = cursor.next();
        while (!cursor.atEnd()) {
            Token token = cursor.peek();
            if (depth == 0 && isMain(token)) {
                break;
            }
            cursor.next();
            if (previous.symbol("(") && isChange(token)) {
                operations.add(ofWord(token));
            }
            depth = Math.max(0, depth + (token.opens() ? 1 : token.closes() ? -1 : 0));
            previous = cursor.last();
        }
        if (isChange(cursor.peek())) {
            operations.addAll(read());
            return operations;
        }
        if (operations.isEmpty()) {
            cursor.back(start);
            return query(first);
        }
        cursor.skipToEnd();
        return operations;
    }

    /** The change whose first word was just read. */
    private SpannedOperation ofWord(Token verb) {
        if (!cursor.accept("into")) {
            cursor.accept("from");
        }
        return of(Verb.valueOf(verb.value().toUpperCase(Locale.ROOT)));
    }

    private static boolean isMain(Token token) {
        return isChange(token) || token.word("select") || token.word("values") || token.word("table");
    }

    static boolean isChange(Token token) {
        return token.word("insert") || token.word("update") || token.word("delete") || token.word("merge");
    }

    private List<SpannedOperation> query(Token first) {
        Optional<SpannedOperation> into = TableReader.selectInto(cursor);
        if (into.isPresent()) {
            return List.of(into.get());
        }
        int start = cursor.mark();
        while (!cursor.atEnd()) {
            Token token = cursor.next();
            if (token.word("for") && locksRows(cursor.peek())) {
                cursor.back(start);
                return new RowLocks(cursor).read();
            }
        }
        cursor.back(start);
        List<SpannedOperation> calls = FunctionCalls.read(cursor);
        return calls.isEmpty() ? harmless(first, first.value().toUpperCase(Locale.ROOT)) : calls;
    }

    private static boolean locksRows(Token token) {
        return token.word("update") || token.word("share") || token.word("no") || token.word("key");
    }

    private List<SpannedOperation> reassign() {
        cursor.next();
        cursor.expect("owned");
        cursor.expect("by");
        return GrantReader.owned(cursor, ObjectChange.Verb.OWNER);
    }

    /** EXPLAIN ANALYZE does what the statement does. */
    private List<SpannedOperation> explain() {
        Token first = cursor.next();
        boolean runs = false;
        if (cursor.atSymbol("(")) {
            String options = cursor.parenthesised().toLowerCase(Locale.ROOT);
            runs = options.contains("analyze") || options.contains("analyse");
        }
        while (cursor.at("analyze") || cursor.at("analyse") || cursor.at("verbose")) {
            runs |= !cursor.at("verbose");
            cursor.next();
        }
        return runs && !cursor.atEnd() ? StatementReader.statement(cursor) : harmless(first, "EXPLAIN");
    }

    private List<SpannedOperation> harmless(Token first, String statement) {
        cursor.skipToEnd();
        return List.of(new SpannedOperation(new DdlOperation.Harmless(statement), first.start(), first.end()));
    }
}
