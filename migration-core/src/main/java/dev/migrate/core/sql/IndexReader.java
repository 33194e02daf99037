package dev.migrate.core.sql;

import dev.migrate.core.operation.DdlOperation;
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
        if (cursor.at("only")) {
            throw cursor.unread("CREATE INDEX … ON ONLY is not understood");
        }
        ObjectName table = cursor.objectName("the table's name").name();
        String method =
                cursor.accept("using") ? cursor.name("an access method's name").value() : "btree";
        List<String> keys = keys();
        List<String> including = cursor.accept("include") ? cursor.names("a column's name") : List.of();
        new ConstraintReader(cursor).nullsDistinct();
        if (cursor.accept("with")) {
            cursor.parenthesised();
        }
        if (cursor.accept("tablespace")) {
            cursor.name("a tablespace's name");
        }
        Optional<String> where = cursor.accept("where") ? Optional.of(condition()) : Optional.empty();
        cursor.expectEnd("CREATE INDEX");
        Token pointAt = name.orElse(keyword);
        return new SpannedOperation(
                new DdlOperation.CreateIndex(
                        name.map(Token::value),
                        table,
                        keys,
                        including,
                        unique,
                        concurrently,
                        ifNotExists,
                        method,
                        where),
                pointAt.start(),
                pointAt.end());
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>(2);
        cursor.expectSymbol("(");
        do {
            keys.add(key());
        } while (cursor.acceptSymbol(","));
        cursor.expectSymbol(")");
        return keys;
    }

    private String key() {
        String key;
        if (cursor.atSymbol("(")) {
            key = "(" + cursor.parenthesised() + ")";
        } else if (isFunctionCall()) {
            Token first = cursor.peek();
            while (!cursor.atSymbol("(")) {
                cursor.next();
            }
            cursor.parenthesised();
            key = "(" + cursor.textFrom(first) + ")";
        } else {
            key = cursor.name("a column's name").value();
        }
        keyOptions();
        return key;
    }

    private boolean isFunctionCall() {
        boolean qualified = cursor.peek(1).symbol(".");
        return cursor.peek().identifier() && cursor.peek(qualified ? 3 : 1).symbol("(");
    }

    /** Collation, operator class with its options, and order: they change neither locks nor what the index depends on. */
    private void keyOptions() {
        if (cursor.accept("collate")) {
            cursor.objectName("a collation's name");
        }
        boolean operatorClass = cursor.peek().identifier()
                && !cursor.at("asc")
                && !cursor.at("desc")
                && !cursor.at("nulls", "first")
                && !cursor.at("nulls", "last");
        if (operatorClass) {
            cursor.objectName("an operator class");
            if (cursor.atSymbol("(")) {
                cursor.parenthesised();
            }
        }
        if (!cursor.accept("asc")) {
            cursor.accept("desc");
        }
        if (!cursor.accept("nulls", "first")) {
            cursor.accept("nulls", "last");
        }
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
        cursor.accept("if", "exists");
        Cursor.Name index = cursor.objectName("the index's name");
        if (!cursor.accept("rename", "to")) {
            throw cursor.unread("only RENAME TO is understood in ALTER INDEX");
        }
        String newName = cursor.name("the new name").value();
        cursor.expectEnd("RENAME TO");
        return new SpannedOperation(new DdlOperation.RenameIndex(index.name(), newName), index.start(), index.end());
    }
}
