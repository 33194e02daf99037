package dev.migrate.core.sql;

import dev.migrate.core.operation.ObjectChange.Verb;
import dev.migrate.core.operation.ObjectKind;
import java.util.List;
import java.util.Optional;

/** Reads COMMENT ON and SECURITY LABEL. */
final class CommentReader {
    private CommentReader() {}

    /** The statement at the cursor. */
    static List<SpannedOperation> read(Cursor cursor) {
        int mark = cursor.mark();
        Verb verb = cursor.accept("comment") ? Verb.COMMENT : Verb.LABEL;
        if (verb == Verb.LABEL) {
            cursor.expect("security");
            cursor.expect("label");
            if (cursor.accept("for")) {
                cursor.next();
            }
        }
        cursor.expect("on");
        Optional<ObjectKind> kind = ObjectKinds.read(cursor);
        if (kind.isEmpty()) {
            cursor.back(mark);
            throw StatementReader.notUnderstood(cursor);
        }
        Target target = new TargetReader(cursor).read(kind.get());
        cursor.expect("is");
        cursor.skipToEnd();
        return List.of(target.operation(verb));
    }
}
