package dev.migrate.core.operation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a statement says of an object beside its verb, kind and name.
 *
 * @param guarded whether IF EXISTS or IF NOT EXISTS stands there
 * @param cascade whether CASCADE stands there
 * @param temporary whether only this session sees the object
 * @param signature what tells it from another object of its name, as text: the types of a routine's arguments or of an
 *     operator's operands, the access method of an operator class, the target of a cast, the role of a user mapping
 * @param columns the columns of its relation that it names, or that a view gives names to
 * @param uses the relations that its definition reads, and the function that a trigger calls
 * @param definition the query of a view; the volatility that a function declares
 */
public record ObjectForm(
        boolean guarded,
        boolean cascade,
        boolean temporary,
        Optional<String> signature,
        List<String> columns,
        List<ObjectName> uses,
        Optional<String> definition) {
    /** Nothing more. */
    public static final ObjectForm PLAIN =
            new ObjectForm(false, false, false, Optional.empty(), List.of(), List.of(), Optional.empty());

    /** Copies the lists. */
    public ObjectForm {
        Objects.requireNonNull(signature, "signature");
        Objects.requireNonNull(definition, "definition");
        columns = List.copyOf(columns);
        uses = List.copyOf(uses);
    }

    /** The same, under IF EXISTS or IF NOT EXISTS, or not. */
    public ObjectForm guarded(boolean newGuarded) {
        return new ObjectForm(newGuarded, cascade, temporary, signature, columns, uses, definition);
    }

    /** The same, with CASCADE or without. */
    public ObjectForm cascade(boolean newCascade) {
        return new ObjectForm(guarded, newCascade, temporary, signature, columns, uses, definition);
    }

    /** The same, of this session or of all. */
    public ObjectForm temporary(boolean newTemporary) {
        return new ObjectForm(guarded, cascade, newTemporary, signature, columns, uses, definition);
    }

    /** The same, of a signature. */
    public ObjectForm signature(Optional<String> newSignature) {
        return new ObjectForm(guarded, cascade, temporary, newSignature, columns, uses, definition);
    }

    /** The same, with columns. */
    public ObjectForm columns(List<String> newColumns) {
        return new ObjectForm(guarded, cascade, temporary, signature, newColumns, uses, definition);
    }

    /** The same, using other objects. */
    public ObjectForm uses(List<ObjectName> newUses) {
        return new ObjectForm(guarded, cascade, temporary, signature, columns, newUses, definition);
    }

    /** The same, with the text that defines it. */
    public ObjectForm definition(String newDefinition) {
        return new ObjectForm(guarded, cascade, temporary, signature, columns, uses, Optional.of(newDefinition));
    }
}
