package dev.migrate.core.sql;

import dev.migrate.core.operation.ObjectChange.Verb;
import dev.migrate.core.operation.ObjectForm;
import dev.migrate.core.operation.ObjectKind;
import dev.migrate.core.operation.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads ALTER of what is no table and no index. */
final class AlterReader {
    private static final int MOST_WORDS = 4;

    private final Cursor cursor;

    AlterReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The statement at the cursor. */
    List<SpannedOperation> read() {
        int mark = cursor.mark();
        cursor.expect("alter");
        if (cursor.accept("default", "privileges")) {
            return new GrantReader(cursor).defaults();
        }
        if (cursor.accept("system")) {
            throw cursor.unread("ALTER SYSTEM changes the whole server");
        }
        Optional<ObjectKind> kind = ObjectKinds.read(cursor);
        if (kind.isEmpty() || (kind.get() == ObjectKind.MATERIALIZED_VIEW && cursor.at("all", "in"))) {
            cursor.back(mark);
            throw StatementReader.notUnderstood(cursor);
        }
        boolean ifExists = cursor.accept("if", "exists");
        cursor.accept("only");
        Target target = new TargetReader(cursor).read(kind.get());
        if (kind.get() == ObjectKind.TYPE || kind.get() == ObjectKind.DOMAIN) {
            Optional<List<SpannedOperation>> ofType = new AlterTypeReader(cursor, target).read();
            if (ofType.isPresent()) {
                return ofType.get();
            }
        }
        return List.of(change(target, target.form().guarded(ifExists)));
    }

    private SpannedOperation change(Target target, ObjectForm form) {
        if (cursor.accept("rename", "to")) {
            Token name = cursor.label("the new name");
            return target.operation(Verb.RENAME, Optional.of(name.value()), form);
        }
        if (cursor.at("rename")) {
            return renameColumn(target, form);
        }
        if (cursor.accept("set", "schema")) {
            Token schema = cursor.label("a schema's name");
            return target.operation(Verb.SET_SCHEMA, Optional.of(schema.value()), form);
        }
        if (cursor.accept("owner", "to")) {
            return target.operation(
                    Verb.OWNER, Optional.of(cursor.label("a role's name").value()), form);
        }
        if (cursor.atEnd()) {
            throw cursor.expected("what is changed");
        }
        Optional<Target> owned = target.kind() == ObjectKind.SEQUENCE ? ownedBy(target) : Optional.empty();
        if (owned.isPresent()) {
            return owned.get()
                    .operation(
                            Verb.ALTER,
                            Optional.of("OWNED BY"),
                            owned.get().form().guarded(form.guarded()));
        }
        if (target.kind() == ObjectKind.PUBLICATION) {
            int mark = cursor.mark();
            String words = words();
            cursor.back(mark);
            return target.operation(Verb.ALTER, Optional.of(words), form.uses(CreateReader.publishedTables(cursor)));
        }
        return target.operation(Verb.ALTER, Optional.of(words()), form);
    }

    /** {@code RENAME [COLUMN] a TO b} of a view or a foreign table. */
    private SpannedOperation renameColumn(Target target, ObjectForm form) {
        cursor.expect("rename");
        cursor.accept("column");
        Token column = cursor.label("a column's name");
        cursor.expect("to");
        String newName = cursor.label("the new name").value();
        return Target.of(ObjectKind.COLUMN, column)
                .on(target.object())
                .operation(Verb.RENAME, Optional.of(newName), ObjectForm.PLAIN.guarded(form.guarded()));
    }

    /** The table and column behind OWNED BY, wherever it stands among the options; empty for none, and for NONE. */
    private Optional<Target> ownedBy(Target sequence) {
        int mark = cursor.mark();
        Optional<Target> owned = Optional.empty();
        while (!cursor.atEnd()) {
            if (cursor.accept("owned", "by")) {
                owned = owner(sequence);
            } else {
                cursor.next();
            }
        }
        cursor.back(mark);
        return owned;
    }

    private Optional<Target> owner(Target sequence) {
        List<String> parts = new ArrayList<>(3);
        do {
            parts.add(cursor.label("a column's name").value());
        } while (cursor.acceptSymbol("."));
        int size = parts.size();
        if (size < 2) {
            return Optional.empty();
        }
        String table = parts.get(size - 2);
        return Optional.of(sequence.on(size == 2 ? ObjectName.of(table) : ObjectName.of(parts.get(size - 3), table))
                .columns(List.of(parts.get(size - 1))));
    }

    /** The sequence of CREATE SEQUENCE with the column that owns it, if its options name one. */
    static Target withOwner(Cursor cursor, Target sequence) {
        return new AlterReader(cursor).ownedBy(sequence).orElse(sequence);
    }

    /** The key words of what is changed. */
    private String words() {
        StringBuilder words = new StringBuilder();
        for (int taken = 0; taken < MOST_WORDS && cursor.peek().kind() == Token.Kind.WORD; taken++) {
            words.append(taken == 0 ? "" : " ").append(cursor.next().value().toUpperCase(Locale.ROOT));
        }
        return words.toString();
    }
}
