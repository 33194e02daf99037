package dev.migrate.core.sql;

import dev.migrate.core.operation.DdlOperation.TableSetting;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.SettingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the sub-commands of ALTER TABLE that change how a table or column is kept, not what it holds.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE</a>
 */
final class SettingReader {
    private final Cursor cursor;

    SettingReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The setting of a table at the cursor; empty, and nothing consumed, if there is none that is understood. */
    Optional<SpannedOperation> ofTable(ObjectName table) {
        Token first = cursor.peek();
        int mark = cursor.mark();
        Optional<Setting> setting = ofWords().or(this::ofTriggers).or(this::parameters);
        if (setting.isEmpty()) {
            cursor.back(mark);
        }
        return setting.map(read -> at(first, new TableSetting(table, Optional.empty(), read.kind(), read.value())));
    }

    /** The setting of a column, behind its name; empty, and nothing consumed, if there is none that is understood. */
    Optional<SpannedOperation> ofColumn(ObjectName table, Token column) {
        return columnKind().map(kind -> at(column, new TableSetting(table, Optional.of(column.value()), kind)));
    }

    private Optional<Setting> ofWords() {
        if (cursor.accept("set", "logged")) {
            return setting(SettingKind.LOGGED);
        }
        if (cursor.accept("set", "unlogged")) {
            return setting(SettingKind.UNLOGGED);
        }
        if (cursor.accept("set", "tablespace")) {
            return setting(
                    SettingKind.TABLESPACE, cursor.name("a tablespace's name").value());
        }
        if (cursor.accept("set", "access", "method")) {
            return setting(SettingKind.ACCESS_METHOD, method());
        }
        if (cursor.accept("set", "without", "oids")) {
            return setting(SettingKind.WITHOUT_OIDS);
        }
        if (cursor.accept("set", "without", "cluster")) {
            return setting(SettingKind.WITHOUT_CLUSTER);
        }
        if (cursor.accept("cluster", "on")) {
            return setting(
                    SettingKind.CLUSTER_ON, cursor.name("an index's name").value());
        }
        if (cursor.accept("replica", "identity")) {
            return replicaIdentity();
        }
        if (cursor.accept("owner", "to")) {
            cursor.role();
            return setting(SettingKind.OWNER);
        }
        if (cursor.accept("not", "of")) {
            return setting(SettingKind.NOT_OF);
        }
        if (cursor.accept("of")) {
            cursor.objectName("a type's name");
            return setting(SettingKind.OF_TYPE);
        }
        return Optional.empty();
    }

    private String method() {
        return cursor.accept("default")
                ? "heap"
                : cursor.name("an access method's name").value();
    }

    private Optional<Setting> replicaIdentity() {
        if (cursor.accept("using", "index")) {
            return setting(
                    SettingKind.REPLICA_IDENTITY, cursor.name("an index's name").value());
        }
        if (cursor.accept("default") || cursor.accept("full") || cursor.accept("nothing")) {
            return setting(SettingKind.REPLICA_IDENTITY);
        }
        throw cursor.expected("DEFAULT, FULL, NOTHING or USING INDEX");
    }

    private Optional<Setting> ofTriggers() {
        boolean no = cursor.accept("no");
        boolean enable = !no && cursor.accept("enable");
        boolean disable = !no && !enable && cursor.accept("disable");
        boolean force = !enable && !disable && cursor.accept("force");
        if (cursor.accept("row", "level", "security")) {
            if (force) {
                return setting(no ? SettingKind.NO_FORCE_ROW_SECURITY : SettingKind.FORCE_ROW_SECURITY);
            }
            return enable || disable
                    ? setting(enable ? SettingKind.ENABLE_ROW_SECURITY : SettingKind.DISABLE_ROW_SECURITY)
                    : Optional.empty();
        }
        if (enable && !cursor.accept("replica")) {
            cursor.accept("always");
        }
        if ((enable || disable) && cursor.accept("trigger")) {
            String name = cursor.at("all") || cursor.at("user")
                    ? cursor.next().value().toUpperCase(Locale.ROOT)
                    : cursor.name("a trigger's name").value();
            return setting(enable ? SettingKind.ENABLE_TRIGGER : SettingKind.DISABLE_TRIGGER, name);
        }
        if ((enable || disable) && cursor.accept("rule")) {
            cursor.name("a rule's name");
            return setting(enable ? SettingKind.ENABLE_RULE : SettingKind.DISABLE_RULE);
        }
        return Optional.empty();
    }

    private Optional<SettingKind> columnKind() {
        if (cursor.accept("set", "statistics")) {
            cursor.skipToComma();
            return Optional.of(SettingKind.STATISTICS);
        }
        if (cursor.accept("set", "storage")) {
            cursor.next();
            return Optional.of(SettingKind.STORAGE);
        }
        if (cursor.accept("set", "compression")) {
            cursor.next();
            return Optional.of(SettingKind.COMPRESSION);
        }
        if (!atList()) {
            return Optional.empty();
        }
        cursor.next();
        cursor.parenthesised();
        return Optional.of(SettingKind.COLUMN_OPTIONS);
    }

    private boolean atList() {
        return (cursor.at("set") || cursor.at("reset")) && cursor.peek(1).symbol("(");
    }

    private Optional<Setting> parameters() {
        if (!atList()) {
            return Optional.empty();
        }
        cursor.next();
        return setting(SettingKind.STORAGE_PARAMETERS, parameterNames(cursor));
    }

    /** The names of storage parameters in parentheses, with commas between them. */
    static String parameterNames(Cursor cursor) {
        List<String> names = new ArrayList<>(2);
        cursor.expectSymbol("(");
        do {
            names.add(parameterName(cursor));
            cursor.skipToCommaOrClose();
        } while (cursor.acceptSymbol(","));
        cursor.expectSymbol(")");
        return String.join(",", names);
    }

    /** With the {@code toast.} in front, if it is there. */
    private static String parameterName(Cursor cursor) {
        String name = cursor.label("a storage parameter's name").value();
        return cursor.acceptSymbol(".")
                ? name + "." + cursor.label("a storage parameter's name").value()
                : name;
    }

    private static Optional<Setting> setting(SettingKind kind) {
        return Optional.of(new Setting(kind, Optional.empty()));
    }

    private static Optional<Setting> setting(SettingKind kind, String value) {
        return Optional.of(new Setting(kind, Optional.of(value)));
    }

    private static SpannedOperation at(Token token, TableSetting setting) {
        return new SpannedOperation(setting, token.start(), token.end());
    }

    private record Setting(SettingKind kind, Optional<String> value) {}
}
