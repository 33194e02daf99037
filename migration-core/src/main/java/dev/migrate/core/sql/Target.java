package dev.migrate.core.sql;

import dev.migrate.core.operation.ObjectChange;
import dev.migrate.core.operation.ObjectChange.Verb;
import dev.migrate.core.operation.ObjectForm;
import dev.migrate.core.operation.ObjectKind;
import dev.migrate.core.operation.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * An object as a statement names it, and where.
 *
 * @param start the offset of the token that a person would point at
 * @param end the offset after it
 */
record Target(
        ObjectKind kind,
        ObjectName object,
        Optional<ObjectName> on,
        Optional<String> signature,
        List<String> columns,
        int start,
        int end) {
    static Target of(ObjectKind kind, Cursor.Name name) {
        return of(kind, name, Optional.empty());
    }

    static Target of(ObjectKind kind, Cursor.Name name, Optional<String> signature) {
        return new Target(kind, name.name(), Optional.empty(), signature, List.of(), name.start(), name.end());
    }

    /** The object under the name of one token. */
    static Target of(ObjectKind kind, Token name) {
        return of(kind, new Cursor.Name(ObjectName.of(name.value()), name.start(), name.end()));
    }

    Target on(ObjectName relation) {
        return new Target(kind, object, Optional.of(relation), signature, columns, start, end);
    }

    Target columns(List<String> newColumns) {
        return new Target(kind, object, on, signature, newColumns, start, end);
    }

    /** What the statement says beside the name, so far. */
    ObjectForm form() {
        return ObjectForm.PLAIN.signature(signature).columns(columns);
    }

    SpannedOperation operation(Verb verb) {
        return operation(verb, Optional.empty(), form());
    }

    SpannedOperation operation(Verb verb, Optional<String> detail, ObjectForm form) {
        return new SpannedOperation(new ObjectChange(verb, kind, object, on, detail, form), start, end);
    }
}
