package dev.migrate.core.sql;

import dev.migrate.core.operation.DdlOperation.TableSetting;
import dev.migrate.core.operation.DdlOperation.TableSetting.Kind;
import dev.migrate.core.operation.ObjectName;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the sub-commands of ALTER TABLE that change how a table or column is kept, not what it holds.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE</a>
 */
final class SettingReader {
    /** What PostgreSQL changes under SHARE UPDATE EXCLUSIVE; a parameter that is not here can need more. */
    private static final Set<String> UNDER_WEAK_LOCK = Set.of(
            "fillfactor",
            "toast_tuple_target",
            "parallel_workers",
            "vacuum_index_cleanup",
            "vacuum_truncate",
            "log_autovacuum_min_duration");

    private final Cursor cursor;

    SettingReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The setting of a table at the cursor; empty, and nothing consumed, if there is none that is understood. */
    Optional<SpannedOperation> ofTable(ObjectName table) {
        Token first = cursor.peek();
        return tableKind().map(kind -> at(first, new TableSetting(table, Optional.empty(), kind)));
    }

    /** The setting of a column, behind its name; empty, and nothing consumed, if there is none that is understood. */
    Optional<SpannedOperation> ofColumn(ObjectName table, Token column) {
        return columnKind().map(kind -> at(column, new TableSetting(table, Optional.of(column.value()), kind)));
    }

    private Optional<Kind> tableKind() {
        if (cursor.accept("set", "logged")) {
            return Optional.of(Kind.LOGGED);
        }
        if (cursor.accept("set", "unlogged")) {
            return Optional.of(Kind.UNLOGGED);
        }
        if (rowSecurity("enable")) {
            return Optional.of(Kind.ENABLE_ROW_SECURITY);
        }
        if (rowSecurity("disable")) {
            return Optional.of(Kind.DISABLE_ROW_SECURITY);
        }
        if (rowSecurity("force")) {
            return Optional.of(Kind.FORCE_ROW_SECURITY);
        }
        if (cursor.accept("no") && rowSecurity("force")) {
            return Optional.of(Kind.NO_FORCE_ROW_SECURITY);
        }
        if (!atList()) {
            return Optional.empty();
        }
        cursor.next();
        parameters();
        return Optional.of(Kind.STORAGE_PARAMETERS);
    }

    private boolean rowSecurity(String verb) {
        return cursor.at(verb, "row") && cursor.accept(verb) && cursor.accept("row", "level", "security");
    }

    private Optional<Kind> columnKind() {
        if (cursor.accept("set", "statistics")) {
            cursor.skipToComma();
            return Optional.of(Kind.STATISTICS);
        }
        if (cursor.accept("set", "storage")) {
            cursor.next();
            return Optional.of(Kind.STORAGE);
        }
        if (cursor.accept("set", "compression")) {
            cursor.next();
            return Optional.of(Kind.COMPRESSION);
        }
        if (!atList()) {
            return Optional.empty();
        }
        cursor.next();
        cursor.parenthesised();
        return Optional.of(Kind.COLUMN_OPTIONS);
    }

    private boolean atList() {
        return (cursor.at("set") || cursor.at("reset")) && cursor.peek(1).symbol("(");
    }

    private void parameters() {
        cursor.next();
        do {
            Token token = cursor.peek();
            if (!isUnderWeakLock(parameter())) {
                throw new Unread(token, "storage parameter \"" + cursor.word(token) + "\" is not understood");
            }
            while (!cursor.atEnd() && !cursor.atSymbol(",") && !cursor.atSymbol(")")) {
                cursor.next();
            }
        } while (cursor.acceptSymbol(","));
        if (!cursor.acceptSymbol(")")) {
            throw cursor.expected("a closing parenthesis");
        }
    }

    /** A parameter's name, without the {@code toast.} in front. */
    private String parameter() {
        String name = cursor.name("a storage parameter's name").value();
        if (name.equals("toast") && cursor.acceptSymbol(".")) {
            return cursor.name("a storage parameter's name").value();
        }
        return name;
    }

    private static boolean isUnderWeakLock(String parameter) {
        return parameter.startsWith("autovacuum_") || UNDER_WEAK_LOCK.contains(parameter);
    }

    private static SpannedOperation at(Token token, TableSetting setting) {
        return new SpannedOperation(setting, token.start(), token.end());
    }
}
