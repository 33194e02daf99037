package dev.migrate.core.sql;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.LockMode;
import dev.migrate.core.operation.ObjectName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads which tables a SELECT … FOR UPDATE (SHARE, NO KEY UPDATE, KEY SHARE) locks. Only a plain list of tables behind
 * FROM is understood: behind a subquery or a function there can be any table.
 */
final class RowLocks {
    private static final Set<String> AFTER_FROM =
            Set.of("where", "group", "having", "window", "order", "limit", "offset", "fetch", "for");
    private static final Set<String> JOIN =
            Set.of("join", "inner", "left", "right", "full", "outer", "cross", "natural");

    private final Cursor cursor;
    private final Map<String, Cursor.Name> tables = new LinkedHashMap<>();

    RowLocks(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The statement at the cursor, which begins with SELECT or WITH. */
    List<SpannedOperation> read() {
        Token first = cursor.peek();
        if (!first.word("select")) {
            throw cursor.unread("which rows FOR UPDATE locks behind WITH is not understood");
        }
        skipTo(Set.of("from"));
        cursor.expect("from");
        do {
            table();
        } while (toNextTable());
        skipTo(Set.of("for"));
        List<SpannedOperation> locks = new ArrayList<>(1);
        while (cursor.accept("for")) {
            clause(locks);
        }
        cursor.expectEnd("FOR UPDATE");
        return locks;
    }

    private void table() {
        if (cursor.atSymbol("(") || cursor.at("lateral")) {
            throw cursor.unread("which rows FOR UPDATE locks in a subquery is not understood");
        }
        cursor.accept("only");
        Cursor.Name table = cursor.objectName("a table's name");
        if (cursor.atSymbol("(")) {
            throw cursor.unread("which rows FOR UPDATE locks behind a function is not understood");
        }
        cursor.acceptOperator("*");
        boolean as = cursor.accept("as");
        Token behind = cursor.peek();
        boolean alias = behind.identifier()
                && (as
                        || !(AFTER_FROM.contains(behind.value())
                                || JOIN.contains(behind.value())
                                || behind.word("on")
                                || behind.word("using")));
        tables.put(alias ? cursor.next().value() : table.name().name(), table);
    }

    /** Steps over join conditions. Whether another table follows. */
    private boolean toNextTable() {
        int depth = 0;
        while (!cursor.atEnd()) {
            Token token = cursor.peek();
            if (depth == 0 && token.kind() == Token.Kind.WORD && AFTER_FROM.contains(token.value())) {
                return false;
            }
            cursor.next();
            if (depth == 0 && (token.symbol(",") || token.word("join"))) {
                return true;
            }
            depth += token.opens() ? 1 : token.closes() ? -1 : 0;
        }
        return false;
    }

    private void skipTo(Set<String> words) {
        int depth = 0;
        while (!cursor.atEnd()) {
            Token token = cursor.peek();
            if (depth == 0 && token.kind() == Token.Kind.WORD && words.contains(token.value())) {
                return;
            }
            cursor.next();
            depth = Math.max(0, depth + (token.opens() ? 1 : token.closes() ? -1 : 0));
        }
    }

    private void clause(List<SpannedOperation> locks) {
        cursor.accept("no", "key");
        cursor.accept("key");
        if (!cursor.accept("update")) {
            cursor.expect("share");
        }
        List<Cursor.Name> locked = new ArrayList<>(tables.values());
        if (cursor.accept("of")) {
            locked.clear();
            do {
                Token name = cursor.name("a table's name");
                locked.add(tables.getOrDefault(
                        name.value(), new Cursor.Name(ObjectName.of(name.value()), name.start(), name.end())));
            } while (cursor.acceptSymbol(","));
        }
        if (!cursor.accept("nowait")) {
            cursor.accept("skip", "locked");
        }
        for (Cursor.Name table : locked) {
            locks.add(new SpannedOperation(
                    new DdlOperation.LockTable(table.name(), LockMode.ROW_SHARE), table.start(), table.end()));
        }
    }
}
