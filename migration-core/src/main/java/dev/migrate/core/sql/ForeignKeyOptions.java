package dev.migrate.core.sql;

import dev.migrate.core.operation.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * MATCH, ON DELETE and ON UPDATE of a foreign key, as text in one order and without what is so by default: two keys that
 * do the same have the same text.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html">CREATE TABLE</a>
 */
record ForeignKeyOptions(String match, String onDelete, String onUpdate) {
    private static final String NO_ACTION = "";

    static ForeignKeyOptions read(Cursor cursor) {
        String match = match(cursor);
        String onDelete = NO_ACTION;
        String onUpdate = NO_ACTION;
        while (cursor.at("on")) {
            if (cursor.accept("on", "delete")) {
                onDelete = action(cursor);
            } else if (cursor.accept("on", "update")) {
                onUpdate = action(cursor);
            } else {
                throw cursor.expected("ON DELETE or ON UPDATE");
            }
        }
        return new ForeignKeyOptions(match, onDelete, onUpdate);
    }

    /** All options in PostgreSQL's order, what says when they are checked at the end. */
    Optional<String> with(Optional<String> deferral) {
        List<String> parts = new ArrayList<>();
        add(parts, "MATCH ", match);
        add(parts, "ON DELETE ", onDelete);
        add(parts, "ON UPDATE ", onUpdate);
        deferral.ifPresent(parts::add);
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", parts));
    }

    private static void add(List<String> parts, String prefix, String value) {
        if (!value.isEmpty()) {
            parts.add(prefix + value);
        }
    }

    private static String match(Cursor cursor) {
        if (!cursor.accept("match")) {
            return "";
        }
        if (cursor.accept("full")) {
            return "FULL";
        }
        // PostgreSQL parses PARTIAL, and says that it is not implemented.
        cursor.expect("simple");
        return "";
    }

    private static String action(Cursor cursor) {
        if (cursor.accept("no", "action")) {
            return NO_ACTION;
        }
        if (cursor.accept("cascade")) {
            return "CASCADE";
        }
        if (cursor.accept("restrict")) {
            return "RESTRICT";
        }
        cursor.expect("set");
        String value = "SET NULL";
        if (!cursor.accept("null")) {
            cursor.expect("default");
            value = "SET DEFAULT";
        }
        return value + columns(cursor);
    }

    /** The columns that are set, since 15; all of the key's where none is named. */
    private static String columns(Cursor cursor) {
        if (!cursor.atSymbol("(")) {
            return "";
        }
        List<String> quoted =
                cursor.names("a column's name").stream().map(Identifiers::quote).toList();
        return " (" + String.join(", ", quoted) + ")";
    }
}
