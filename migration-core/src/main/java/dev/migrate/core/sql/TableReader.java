package dev.migrate.core.sql;

import dev.migrate.core.operation.ColumnSpec;
import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.PartitionBound;
import dev.migrate.core.operation.TableForm;
import dev.migrate.core.operation.TableForm.Like;
import dev.migrate.core.operation.TableForm.Like.Copied;
import dev.migrate.core.operation.TableForm.PartitionKey;
import dev.migrate.core.operation.TableForm.Persistence;
import dev.migrate.core.sql.Token.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads CREATE TABLE in all its forms.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html">CREATE TABLE</a>
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtableas.html">CREATE TABLE AS</a>
 */
final class TableReader {
    private final Cursor cursor;
    private final ConstraintReader constraintReader;
    private final List<ColumnSpec> columns = new ArrayList<>();
    private final List<ConstraintSpec> constraints = new ArrayList<>();
    private final List<Like> likes = new ArrayList<>();
    private List<ObjectName> parents = List.of();
    private Optional<PartitionBound> bound = Optional.empty();
    private Optional<PartitionKey> partitionBy = Optional.empty();
    private Optional<ObjectName> ofType = Optional.empty();
    private Optional<String> accessMethod = Optional.empty();
    private Optional<String> tablespace = Optional.empty();
    private boolean ofQuery;

    TableReader(Cursor cursor) {
        this.cursor = cursor;
        this.constraintReader = new ConstraintReader(cursor);
    }

    /** Reads what follows CREATE. */
    SpannedOperation createTable() {
        Persistence persistence = persistence(cursor);
        cursor.expect("table");
        boolean ifNotExists = cursor.accept("if", "not", "exists");
        Cursor.Name table = cursor.objectName("the table's name");
        body();
        options();
        if (cursor.accept("as")) {
            query();
        }
        cursor.expectEnd("CREATE TABLE");
        TableForm form = new TableForm(
                persistence, likes, parents, bound, partitionBy, ofType, ofQuery, accessMethod, tablespace);
        return new SpannedOperation(
                new DdlOperation.CreateTable(table.name(), columns, constraints, ifNotExists, form),
                table.start(),
                table.end());
    }

    static Persistence persistence(Cursor cursor) {
        if (cursor.accept("unlogged")) {
            return Persistence.UNLOGGED;
        }
        if (!cursor.accept("global")) {
            cursor.accept("local");
        }
        return cursor.accept("temporary") || cursor.accept("temp") ? Persistence.TEMPORARY : Persistence.PERMANENT;
    }

    private void body() {
        if (cursor.accept("partition", "of")) {
            parents = List.of(cursor.objectName("the partitioned table's name").name());
            elements(true);
            bound = Optional.of(PartitionReader.bound(cursor));
        } else if (cursor.accept("of")) {
            ofType = Optional.of(cursor.objectName("a type's name").name());
            elements(true);
        } else if (namesOfQuery()) {
            cursor.names("a column's name");
        } else if (cursor.atSymbol("(")) {
            elements(false);
        } else if (!cursor.at("as") && !cursor.at("using") && !cursor.at("with") && !atOption()) {
            throw cursor.unread("CREATE TABLE … " + keyword() + " is not understood");
        }
    }

    private boolean atOption() {
        return cursor.at("on", "commit") || cursor.at("tablespace") || cursor.at("without", "oids");
    }

    /** {@code (a, b)} in front of AS: names without types. */
    private boolean namesOfQuery() {
        Token behind = cursor.peek(2);
        return cursor.atSymbol("(") && cursor.peek(1).identifier() && (behind.symbol(",") || behind.symbol(")"));
    }

    /**
     * The list in parentheses, if there is one.
     *
     * @param typed whether another table or type has given the columns' types
     */
    private void elements(boolean typed) {
        if (!cursor.acceptSymbol("(")) {
            return;
        }
        if (!cursor.atSymbol(")")) {
            do {
                element(typed);
            } while (cursor.acceptSymbol(","));
        }
        cursor.expectSymbol(")");
    }

    private void element(boolean typed) {
        if (!typed && cursor.accept("like")) {
            likes.add(like());
        } else if (constraintReader.atTableConstraint()) {
            constraints.add(constraintReader.tableConstraint().constraint());
        } else {
            columns.add((typed ? ColumnReader.readWithoutType(cursor) : ColumnReader.read(cursor)).column());
        }
    }

    private Like like() {
        ObjectName source = cursor.objectName("a table's name").name();
        Set<Copied> copied = EnumSet.noneOf(Copied.class);
        while (cursor.at("including") || cursor.at("excluding")) {
            boolean including = cursor.next().value().equals("including");
            Set<Copied> named = copied();
            if (including) {
                copied.addAll(named);
            } else {
                copied.removeAll(named);
            }
        }
        return new Like(source, List.copyOf(copied));
    }

    private Set<Copied> copied() {
        String word = cursor.label("what is copied").value();
        if (word.equals("all")) {
            return EnumSet.allOf(Copied.class);
        }
        for (Copied each : Copied.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
                return EnumSet.of(each);
            }
        }
        throw new Unread(cursor.last(), "INCLUDING " + word.toUpperCase(Locale.ROOT) + " is not understood");
    }

    private void options() {
        while (!cursor.atEnd() && !cursor.at("as")) {
            if (cursor.accept("inherits")) {
                parents = objectNames();
            } else if (cursor.accept("partition", "by")) {
                partitionBy = Optional.of(PartitionReader.key(cursor));
            } else if (cursor.accept("using")) {
                accessMethod =
                        Optional.of(cursor.name("an access method's name").value());
            } else if (cursor.accept("tablespace")) {
                tablespace = Optional.of(cursor.name("a tablespace's name").value());
            } else if (cursor.accept("with")) {
                cursor.parenthesised();
            } else if (cursor.accept("on", "commit")) {
                onCommit();
            } else if (!cursor.accept("without", "oids")) {
                throw cursor.unread("CREATE TABLE … " + keyword() + " is not understood");
            }
        }
    }

    private List<ObjectName> objectNames() {
        List<ObjectName> names = new ArrayList<>(1);
        cursor.expectSymbol("(");
        do {
            names.add(cursor.objectName("a table's name").name());
        } while (cursor.acceptSymbol(","));
        cursor.expectSymbol(")");
        return names;
    }

    private void onCommit() {
        if (!cursor.accept("drop") && !cursor.accept("delete", "rows") && !cursor.accept("preserve", "rows")) {
            throw cursor.expected("PRESERVE ROWS, DELETE ROWS or DROP");
        }
    }

    /** What the query reads is locked against nothing but DDL. */
    private void query() {
        ofQuery = true;
        boolean reads = cursor.at("select")
                || cursor.at("values")
                || cursor.at("table")
                || cursor.at("with")
                || cursor.at("execute")
                || cursor.atSymbol("(");
        if (!reads) {
            throw cursor.unread("CREATE TABLE … AS " + keyword() + " is not understood");
        }
        Token previous = cursor.next();
        while (!cursor.atEnd()) {
            Token token = cursor.next();
            if (previous.symbol("(") && DataReader.isChange(token)) {
                throw new Unread(token, "a data change within CREATE TABLE … AS is not understood");
            }
            previous = token;
        }
    }

    private String keyword() {
        return cursor.atEnd() ? "without columns" : cursor.word(cursor.peek()).toUpperCase(Locale.ROOT);
    }

    /** Reads {@code SELECT … INTO table …}, from its first word on; empty, and nothing consumed, if there is no INTO. */
    static Optional<SpannedOperation> selectInto(Cursor cursor) {
        int mark = cursor.mark();
        int depth = 0;
        while (!cursor.atEnd()) {
            Token token = cursor.next();
            depth = Math.max(0, depth + (token.opens() ? 1 : token.closes() ? -1 : 0));
            if (depth == 0 && token.word("into")) {
                return Optional.of(into(cursor));
            }
        }
        cursor.back(mark);
        return Optional.empty();
    }

    private static SpannedOperation into(Cursor cursor) {
        Persistence persistence = persistence(cursor);
        if (cursor.peek(1).kind() != Kind.END) {
            cursor.accept("table");
        }
        Cursor.Name table = cursor.objectName("the table's name");
        cursor.skipToEnd();
        TableForm form = new TableForm(
                persistence,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty());
        return new SpannedOperation(
                new DdlOperation.CreateTable(table.name(), List.of(), List.of(), false, form),
                table.start(),
                table.end());
    }
}
