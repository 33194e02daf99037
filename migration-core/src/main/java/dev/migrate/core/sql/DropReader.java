package dev.migrate.core.sql;

import dev.migrate.core.operation.ObjectChange.Verb;
import dev.migrate.core.operation.ObjectKind;
import java.util.List;
import java.util.Optional;

/** Reads DROP of what is no table and no index: one operation an object. */
final class DropReader {
    private final Cursor cursor;

    DropReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The statement at the cursor. */
    List<SpannedOperation> read() {
        int mark = cursor.mark();
        cursor.expect("drop");
        if (cursor.accept("owned", "by")) {
            return GrantReader.owned(cursor, Verb.DROP);
        }
        Optional<ObjectKind> kind = ObjectKinds.read(cursor);
        if (kind.isEmpty()) {
            cursor.back(mark);
            throw StatementReader.notUnderstood(cursor);
        }
        boolean ifExists = cursor.accept("if", "exists");
        List<Target> targets = new TargetReader(cursor).list(kind.get());
        boolean cascade = AlterTableReader.cascade(cursor);
        // DROP DATABASE … WITH (FORCE).
        cursor.accept("with");
        if (cursor.atSymbol("(")) {
            cursor.parenthesised();
        }
        cursor.expectEnd("DROP " + kind.get().words());
        return targets.stream()
                .map(target -> target.operation(
                        Verb.DROP,
                        Optional.empty(),
                        target.form().guarded(ifExists).cascade(cascade)))
                .toList();
    }
}
