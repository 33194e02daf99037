package dev.migrate.core.sql;

import dev.migrate.core.operation.ColumnSpec;
import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.TableForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads CREATE TABLE with a list of columns and constraints.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html">CREATE TABLE</a>
 */
final class TableReader {
    private final Cursor cursor;
    private final ConstraintReader constraintReader;

    TableReader(Cursor cursor) {
        this.cursor = cursor;
        this.constraintReader = new ConstraintReader(cursor);
    }

    /** Reads what follows CREATE. */
    SpannedOperation createTable() {
        TableForm.Persistence persistence = persistence();
        cursor.expect("table");
        boolean ifNotExists = cursor.accept("if", "not", "exists");
        Cursor.Name table = cursor.objectName("the table's name");
        if (!cursor.atSymbol("(")) {
            throw cursor.unread("CREATE TABLE … " + keyword() + " is not understood");
        }
        List<ColumnSpec> columns = new ArrayList<>();
        List<ConstraintSpec> constraints = new ArrayList<>();
        cursor.next();
        if (!cursor.atSymbol(")")) {
            do {
                element(columns, constraints);
            } while (cursor.acceptSymbol(","));
        }
        cursor.expectSymbol(")");
        options();
        return new SpannedOperation(
                new DdlOperation.CreateTable(
                        table.name(), columns, constraints, ifNotExists, TableForm.PLAIN.with(persistence)),
                table.start(),
                table.end());
    }

    private TableForm.Persistence persistence() {
        if (cursor.accept("unlogged")) {
            return TableForm.Persistence.UNLOGGED;
        }
        if (!cursor.accept("global")) {
            cursor.accept("local");
        }
        return cursor.accept("temporary") || cursor.accept("temp")
                ? TableForm.Persistence.TEMPORARY
                : TableForm.Persistence.PERMANENT;
    }

    private void element(List<ColumnSpec> columns, List<ConstraintSpec> constraints) {
        if (cursor.at("like")) {
            throw cursor.unread("CREATE TABLE … (LIKE …) is not understood: its columns are another table's");
        }
        if (constraintReader.atTableConstraint()) {
            constraints.add(constraintReader.tableConstraint().constraint());
        } else {
            columns.add(ColumnReader.read(cursor).column());
        }
    }

    private void options() {
        while (!cursor.atEnd()) {
            if (cursor.accept("using") || cursor.accept("tablespace")) {
                cursor.name("a name");
            } else if (cursor.accept("with")) {
                cursor.parenthesised();
            } else if (cursor.accept("on", "commit")) {
                cursor.skipToEnd();
            } else if (!cursor.accept("without", "oids")) {
                throw cursor.unread("CREATE TABLE … " + keyword() + " is not understood");
            }
        }
    }

    private String keyword() {
        return cursor.atEnd() ? "without columns" : cursor.word(cursor.peek()).toUpperCase(Locale.ROOT);
    }
}
