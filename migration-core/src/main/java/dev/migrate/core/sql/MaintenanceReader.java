package dev.migrate.core.sql;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.LockMode;
import dev.migrate.core.operation.Maintenance;
import dev.migrate.core.operation.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads VACUUM, ANALYZE, CLUSTER, REINDEX, REFRESH and LOCK. */
final class MaintenanceReader {
    private static final Set<String> OFF = Set.of("false", "off", "0", "no");

    private final Cursor cursor;

    MaintenanceReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The statement at the cursor. */
    List<SpannedOperation> read() {
        Token first = cursor.next();
        return switch (first.value()) {
            case "vacuum" -> vacuum(first);
            case "analyze", "analyse" -> analyze(first);
            case "cluster" -> cluster(first);
            case "reindex" -> reindex();
            case "refresh" -> refresh();
            default -> lock();
        };
    }

    private List<SpannedOperation> vacuum(Token first) {
        boolean full = option("full");
        if (!cursor.last().symbol(")")) {
            full = cursor.accept("full");
            cursor.accept("freeze");
            cursor.accept("verbose");
            if (!cursor.accept("analyze")) {
                cursor.accept("analyse");
            }
        }
        return tables(first, full ? Maintenance.Kind.VACUUM_FULL : Maintenance.Kind.VACUUM);
    }

    private List<SpannedOperation> analyze(Token first) {
        option("verbose");
        cursor.accept("verbose");
        return tables(first, Maintenance.Kind.ANALYZE);
    }

    private List<SpannedOperation> tables(Token first, Maintenance.Kind kind) {
        if (cursor.atEnd()) {
            return List.of(at(first, new Maintenance(kind, Optional.empty(), false)));
        }
        List<SpannedOperation> operations = new ArrayList<>(1);
        do {
            cursor.accept("only");
            Cursor.Name table = cursor.objectName("the table's name");
            cursor.acceptOperator("*");
            if (cursor.atSymbol("(")) {
                cursor.parenthesised();
            }
            operations.add(at(table, new Maintenance(kind, Optional.of(table.name()), false)));
        } while (cursor.acceptSymbol(","));
        cursor.expectEnd(first.value().toUpperCase(Locale.ROOT));
        return operations;
    }

    /** {@code CLUSTER t [USING i]}, the older {@code CLUSTER i ON t}, or all tables that were clustered before. */
    private List<SpannedOperation> cluster(Token first) {
        option("verbose");
        cursor.accept("verbose");
        if (cursor.atEnd()) {
            return List.of(at(first, new Maintenance(Maintenance.Kind.CLUSTER, Optional.empty(), false)));
        }
        Cursor.Name table = cursor.objectName("the table's name");
        if (cursor.accept("on")) {
            table = cursor.objectName("the table's name");
        } else if (cursor.accept("using")) {
            cursor.name("an index's name");
        }
        cursor.expectEnd("CLUSTER");
        return List.of(at(table, new Maintenance(Maintenance.Kind.CLUSTER, Optional.of(table.name()), false)));
    }

    private List<SpannedOperation> reindex() {
        boolean concurrently = option("concurrently");
        Token target = cursor.next();
        Maintenance.Kind kind = switch (target.value()) {
            case "index" -> Maintenance.Kind.REINDEX_INDEX;
            case "table" -> Maintenance.Kind.REINDEX_TABLE;
            case "schema" -> Maintenance.Kind.REINDEX_SCHEMA;
            case "database" -> Maintenance.Kind.REINDEX_DATABASE;
            case "system" -> Maintenance.Kind.REINDEX_SYSTEM;
            default -> throw new Unread(target, "REINDEX " + cursor.word(target) + " is not understood");
        };
        concurrently |= cursor.accept("concurrently");
        boolean ofDatabase = kind == Maintenance.Kind.REINDEX_DATABASE || kind == Maintenance.Kind.REINDEX_SYSTEM;
        if (ofDatabase && cursor.atEnd()) {
            return List.of(at(target, new Maintenance(kind, Optional.empty(), concurrently)));
        }
        Cursor.Name name = cursor.objectName("a name");
        cursor.expectEnd("REINDEX");
        return List.of(at(name, new Maintenance(kind, Optional.of(name.name()), concurrently)));
    }

    private List<SpannedOperation> refresh() {
        if (!cursor.accept("materialized", "view")) {
            throw cursor.expected("MATERIALIZED VIEW");
        }
        boolean concurrently = cursor.accept("concurrently");
        Cursor.Name view = cursor.objectName("the view's name");
        boolean empty = cursor.accept("with", "no", "data");
        if (!empty) {
            cursor.accept("with", "data");
        }
        cursor.expectEnd("REFRESH MATERIALIZED VIEW");
        Maintenance.Kind kind = empty ? Maintenance.Kind.REFRESH_EMPTY : Maintenance.Kind.REFRESH;
        return List.of(at(view, new Maintenance(kind, Optional.of(view.name()), concurrently)));
    }

    private List<SpannedOperation> lock() {
        cursor.accept("table");
        List<Cursor.Name> tables = new ArrayList<>(1);
        List<Boolean> only = new ArrayList<>(1);
        do {
            only.add(cursor.accept("only"));
            tables.add(cursor.objectName("the table's name"));
            cursor.acceptOperator("*");
        } while (cursor.acceptSymbol(","));
        LockMode mode = cursor.accept("in") ? mode() : LockMode.ACCESS_EXCLUSIVE;
        cursor.accept("nowait");
        cursor.expectEnd("LOCK");
        List<SpannedOperation> operations = new ArrayList<>(1);
        for (int i = 0; i < tables.size(); i++) {
            operations.add(
                    at(tables.get(i), new DdlOperation.LockTable(tables.get(i).name(), mode, only.get(i))));
        }
        return operations;
    }

    private LockMode mode() {
        Token first = cursor.peek();
        StringBuilder words = new StringBuilder();
        while (!cursor.atEnd() && !cursor.at("mode")) {
            words.append(words.isEmpty() ? "" : " ").append(cursor.next().value());
        }
        cursor.expect("mode");
        for (LockMode mode : LockMode.values()) {
            if (mode.sql().equalsIgnoreCase(words.toString())) {
                return mode;
            }
        }
        throw new Unread(first, "\"" + words + "\" is no lock mode");
    }

    /** Steps over a list of options in parentheses, if there is one. Whether it turns the option on. */
    private boolean option(String option) {
        if (!cursor.acceptSymbol("(")) {
            return false;
        }
        boolean on = false;
        do {
            boolean named = cursor.label("an option").value().equals(option);
            boolean off = cursor.peek().kind() != Token.Kind.SYMBOL
                    && OFF.contains(cursor.word(cursor.peek()).toLowerCase(Locale.ROOT));
            on = named ? !off : on;
            cursor.skipToCommaOrClose();
        } while (cursor.acceptSymbol(","));
        cursor.expectSymbol(")");
        return on;
    }

    /** Reads {@code ALL IN TABLESPACE … SET TABLESPACE …}, behind ALTER TABLE, INDEX or MATERIALIZED VIEW. */
    static SpannedOperation moveAll(Cursor cursor) {
        Token first = cursor.peek();
        cursor.accept("all", "in");
        cursor.expect("tablespace");
        cursor.name("a tablespace's name");
        if (cursor.accept("owned", "by")) {
            do {
                cursor.role();
            } while (cursor.acceptSymbol(","));
        }
        cursor.expect("set");
        cursor.expect("tablespace");
        cursor.name("a tablespace's name");
        cursor.accept("nowait");
        cursor.expectEnd("SET TABLESPACE");
        return at(first, new Maintenance(Maintenance.Kind.MOVE_TABLESPACE, Optional.<ObjectName>empty(), false));
    }

    private static SpannedOperation at(Token token, DdlOperation operation) {
        return new SpannedOperation(operation, token.start(), token.end());
    }

    private static SpannedOperation at(Cursor.Name name, DdlOperation operation) {
        return new SpannedOperation(operation, name.start(), name.end());
    }
}
