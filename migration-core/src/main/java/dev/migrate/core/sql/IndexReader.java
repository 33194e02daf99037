package dev.migrate.core.sql;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.DdlOperation.IndexSetting;
import dev.migrate.core.operation.IndexForm;
import dev.migrate.core.operation.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads CREATE INDEX and DROP INDEX.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html">CREATE INDEX</a>
 */
final class IndexReader {
    private final Cursor cursor;

    IndexReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Reads what follows CREATE. */
    SpannedOperation createIndex() {
        boolean unique = cursor.accept("unique");
        Token keyword = cursor.expect("index");
        boolean concurrently = cursor.accept("concurrently");
        boolean ifNotExists = cursor.accept("if", "not", "exists");
        Optional<Token> name = cursor.at("on") ? Optional.empty() : Optional.of(cursor.name("the index's name"));
        cursor.expect("on");
        boolean only = cursor.accept("only");
        ObjectName table = cursor.objectName("the table's name").name();
        cursor.acceptOperator("*");
        String method =
                cursor.accept("using") ? cursor.name("an access method's name").value() : "btree";
        List<KeyReader.Key> keys = keys();
        List<String> including = cursor.accept("include") ? cursor.names("a column's name") : List.of();
        boolean nullsNotDistinct = new ConstraintReader(cursor).nullsNotDistinct();
        Optional<String> storage = storage();
        Optional<String> where = cursor.accept("where") ? Optional.of(condition()) : Optional.empty();
        cursor.expectEnd("CREATE INDEX");
        Token pointAt = name.orElse(keyword);
        return new SpannedOperation(
                new DdlOperation.CreateIndex(
                        name.map(Token::value),
                        table,
                        keys.stream().map(KeyReader.Key::key).toList(),
                        including,
                        unique,
                        concurrently,
                        ifNotExists,
                        method,
                        where,
                        new IndexForm(
                                only, keys.stream().map(KeyReader.Key::options).toList(), nullsNotDistinct, storage)),
                pointAt.start(),
                pointAt.end());
    }

    private Optional<String> storage() {
        Token first = cursor.peek();
        int mark = cursor.mark();
        if (cursor.accept("with")) {
            cursor.parenthesised();
        }
        if (cursor.accept("tablespace")) {
            cursor.name("a tablespace's name");
        }
        return cursor.mark() == mark ? Optional.empty() : Optional.of(cursor.textFrom(first));
    }

    private List<KeyReader.Key> keys() {
        List<KeyReader.Key> keys = new ArrayList<>(2);
        KeyReader keyReader = new KeyReader(cursor);
        cursor.expectSymbol("(");
        do {
            keys.add(keyReader.read());
        } while (cursor.acceptSymbol(","));
        cursor.expectSymbol(")");
        return keys;
    }

    private String condition() {
        Token first = cursor.peek();
        if (cursor.atEnd()) {
            throw cursor.expected("a condition");
        }
        cursor.skipToEnd();
        return cursor.textFrom(first);
    }

    /** Reads what follows DROP INDEX: one operation an index. */
    List<SpannedOperation> dropIndex() {
        boolean concurrently = cursor.accept("concurrently");
        boolean ifExists = cursor.accept("if", "exists");
        List<Cursor.Name> names = new ArrayList<>();
        do {
            names.add(cursor.objectName("the index's name"));
        } while (cursor.acceptSymbol(","));
        boolean cascade = AlterTableReader.cascade(cursor);
        cursor.expectEnd("DROP INDEX");
        return names.stream()
                .map(name -> new SpannedOperation(
                        new DdlOperation.DropIndex(name.name(), concurrently, ifExists, cascade),
                        name.start(),
                        name.end()))
                .toList();
    }

    /** Reads what follows ALTER INDEX. */
    SpannedOperation alterIndex() {
        if (cursor.at("all", "in")) {
            return MaintenanceReader.moveAll(cursor);
        }
        cursor.accept("if", "exists");
        Cursor.Name index = cursor.objectName("the index's name");
        if (cursor.acceptOperator("*")) {
            throw cursor.unread("an index has no children");
        }
        DdlOperation operation = change(index.name());
        cursor.expectEnd("ALTER INDEX");
        return new SpannedOperation(operation, index.start(), index.end());
    }

    private DdlOperation change(ObjectName index) {
        if (cursor.accept("rename", "to")) {
            return new DdlOperation.RenameIndex(
                    index, cursor.name("the new name").value());
        }
        if (cursor.accept("attach", "partition")) {
            return new DdlOperation.AttachIndex(
                    index, cursor.objectName("the partition's index").name());
        }
        if (cursor.accept("set", "tablespace")) {
            String tablespace = cursor.name("a tablespace's name").value();
            return new IndexSetting(index, IndexSetting.Kind.TABLESPACE, Optional.of(tablespace));
        }
        if ((cursor.at("set") || cursor.at("reset")) && cursor.peek(1).symbol("(")) {
            cursor.next();
            String names = SettingReader.parameterNames(cursor);
            return new IndexSetting(index, IndexSetting.Kind.STORAGE_PARAMETERS, Optional.of(names));
        }
        if (cursor.accept("alter")) {
            return statistics(index);
        }
        cursor.accept("no");
        if (cursor.accept("depends", "on", "extension")) {
            cursor.name("an extension's name");
            return new IndexSetting(index, IndexSetting.Kind.EXTENSION, Optional.empty());
        }
        throw cursor.unread("\"" + cursor.word(cursor.peek()) + "\" is not understood in ALTER INDEX");
    }

    private IndexSetting statistics(ObjectName index) {
        cursor.accept("column");
        cursor.next();
        if (!cursor.accept("set", "statistics")) {
            throw cursor.expected("SET STATISTICS");
        }
        cursor.skipToEnd();
        return new IndexSetting(index, IndexSetting.Kind.STATISTICS, Optional.empty());
    }
}
