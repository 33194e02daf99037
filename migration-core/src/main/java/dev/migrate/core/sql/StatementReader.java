package dev.migrate.core.sql;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads one statement: looks at its first words and hands over. */
final class StatementReader {
    /** The commands of psql that do nothing to the database, and change nothing in what it sends. */
    private static final Set<String> HARMLESS_IN_PSQL = Set.of(
            "\\restrict",
            "\\unrestrict",
            "\\echo",
            "\\qecho",
            "\\warn",
            "\\timing",
            "\\pset",
            "\\x",
            "\\a",
            "\\t",
            "\\.");

    private final Cursor cursor;

    private StatementReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** What the statement at the cursor does; never empty. */
    static List<SpannedOperation> operations(Cursor cursor) {
        StatementReader reader = new StatementReader(cursor);
        try {
            Optional<SpannedOperation> openEnd = reader.openEnd();
            return openEnd.isPresent() ? List.of(openEnd.get()) : reader.read();
        } catch (Unread unread) {
            return List.of(opaque(unread.token(), unread.reason()));
        }
    }

    /** What is not closed is the text's last token. */
    private Optional<SpannedOperation> openEnd() {
        Token last = cursor.lastOfAll();
        return last.kind() == Kind.UNTERMINATED
                ? Optional.of(opaque(last, "unterminated " + last.value()))
                : Optional.empty();
    }

    /** The same for a statement within another one, whose reader answers for what is not understood. */
    static List<SpannedOperation> statement(Cursor cursor) {
        return new StatementReader(cursor).read();
    }

    private List<SpannedOperation> read() {
        Token first = cursor.peek();
        if (first.kind() == Kind.PSQL) {
            return List.of(psql(first));
        }
        if (first.symbol("(")) {
            return parenthesised();
        }
        if (first.kind() != Kind.WORD) {
            throw cursor.unread("a statement begins with a word, not with \"" + cursor.word(first) + "\"");
        }
        return switch (first.value()) {
            case "create" -> create();
            case "alter" -> alter();
            case "drop" -> drop();
            case "vacuum", "analyze", "analyse", "cluster", "reindex", "refresh", "lock" ->
                new MaintenanceReader(cursor).read();
            case "do" -> DoBlock.operations(cursor);
            default -> DataReader.operations(cursor);
        };
    }

    /** A command that talks to psql alone, or guards a dump, does nothing to the database. */
    private SpannedOperation psql(Token command) {
        String word = cursor.word(command).split("\\s", 2)[0];
        return HARMLESS_IN_PSQL.contains(word)
                ? new SpannedOperation(new DdlOperation.Harmless(word), command.start(), command.end())
                : opaque(command, word + " is a command of psql, and no SQL");
    }

    /** {@code (SELECT …) UNION …}: a query can begin with a parenthesis. */
    private List<SpannedOperation> parenthesised() {
        int ahead = 0;
        while (cursor.peek(ahead).symbol("(")) {
            ahead++;
        }
        Token word = cursor.peek(ahead);
        if (!word.word("select") && !word.word("values") && !word.word("table") && !word.word("with")) {
            throw cursor.unread("a statement begins with a word, not with \"(\"");
        }
        List<SpannedOperation> calls = FunctionCalls.read(cursor);
        return calls.isEmpty()
                ? List.of(new SpannedOperation(new DdlOperation.Harmless("SELECT"), word.start(), word.end()))
                : calls;
    }

    private List<SpannedOperation> create() {
        int mark = cursor.mark();
        cursor.next();
        if (cursor.at("index") || cursor.at("unique", "index")) {
            return List.of(new IndexReader(cursor).createIndex());
        }
        int ahead = 0;
        while (isTableModifier(cursor.peek(ahead))) {
            ahead++;
        }
        if (cursor.peek(ahead).word("table")) {
            return List.of(new TableReader(cursor).createTable());
        }
        cursor.back(mark);
        return new CreateReader(cursor).read();
    }

    private static boolean isTableModifier(Token token) {
        return token.word("unlogged")
                || token.word("temp")
                || token.word("temporary")
                || token.word("local")
                || token.word("global");
    }

    private List<SpannedOperation> alter() {
        if (cursor.accept("alter", "table")) {
            return new AlterTableReader(cursor).alterTable();
        }
        if (cursor.accept("alter", "index")) {
            return List.of(new IndexReader(cursor).alterIndex());
        }
        return new AlterReader(cursor).read();
    }

    private List<SpannedOperation> drop() {
        if (cursor.accept("drop", "table")) {
            return dropTable();
        }
        if (cursor.accept("drop", "index")) {
            return new IndexReader(cursor).dropIndex();
        }
        return new DropReader(cursor).read();
    }

    private List<SpannedOperation> dropTable() {
        boolean ifExists = cursor.accept("if", "exists");
        List<Cursor.Name> names = new ArrayList<>();
        do {
            names.add(cursor.objectName("the table's name"));
        } while (cursor.acceptSymbol(","));
        boolean cascade = AlterTableReader.cascade(cursor);
        cursor.expectEnd("DROP TABLE");
        return names.stream()
                .map(name -> new SpannedOperation(
                        new DdlOperation.DropTable(name.name(), ifExists, cascade), name.start(), name.end()))
                .toList();
    }

    /** The answer for a whole statement of a kind that is not read. */
    static Unread notUnderstood(Cursor cursor) {
        StringBuilder words = new StringBuilder();
        int taken = 0;
        for (int ahead = 0; taken < 2 && cursor.peek(ahead).kind() == Kind.WORD; ahead++) {
            Token token = cursor.peek(ahead);
            if (token.word("or") || (token.word("replace") && ahead == 2)) {
                continue;
            }
            words.append(taken == 0 ? "" : " ").append(cursor.word(token).toUpperCase(Locale.ROOT));
            taken += 1;
        }
        return cursor.unread(words + " is not understood");
    }

    static SpannedOperation opaque(Token token, String reason) {
        return new SpannedOperation(new DdlOperation.Opaque(reason), token.start(), token.end());
    }
}
