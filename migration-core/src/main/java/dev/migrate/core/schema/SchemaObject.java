package dev.migrate.core.schema;

import dev.migrate.core.operation.ObjectForm;
import dev.migrate.core.operation.ObjectKind;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.TypeForm;
import java.util.Objects;
import java.util.Optional;

/**
 * An object of the schema that is no table and no index.
 *
 * @param on the table that it belongs to, and goes with: of a trigger, rule, policy, statistics or owned sequence
 * @param form what its CREATE said
 * @param type what a type or domain is made of
 */
public record SchemaObject(
        ObjectKind kind, ObjectName name, Optional<ObjectName> on, ObjectForm form, Optional<TypeForm> type) {
    /** Refuses null. */
    public SchemaObject {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(type, "type");
    }

    /** Whether it is a view, materialized or not. */
    public boolean view() {
        return kind == ObjectKind.VIEW || kind == ObjectKind.MATERIALIZED_VIEW;
    }

    SchemaObject withName(ObjectName newName) {
        return new SchemaObject(kind, newName, on, form, type);
    }

    SchemaObject withOn(Optional<ObjectName> newOn) {
        return new SchemaObject(kind, name, newOn, form, type);
    }

    SchemaObject withForm(ObjectForm newForm) {
        return new SchemaObject(kind, name, on, newForm, type);
    }

    SchemaObject withType(TypeForm newType) {
        return new SchemaObject(kind, name, on, form, Optional.of(newType));
    }

    Key key() {
        return Key.of(kind, name, on, form.signature());
    }

    /**
     * What tells objects apart: relations, types and routines each have one space of names.
     *
     * @param on the table, for what is named within one
     */
    record Key(String space, ObjectName name, Optional<ObjectName> on, Optional<String> signature) {
        static Key of(ObjectKind kind, ObjectName name, Optional<ObjectName> on, Optional<String> signature) {
            return switch (kind) {
                case VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE, SEQUENCE -> relation(name);
                case TYPE, DOMAIN -> type(name);
                case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE -> new Key("routine", name, Optional.empty(), signature);
                case TRIGGER, RULE, POLICY -> new Key(kind.name(), name, on, Optional.empty());
                default -> new Key(kind.name(), name, Optional.empty(), signature);
            };
        }

        static Key relation(ObjectName name) {
            return new Key("relation", name, Optional.empty(), Optional.empty());
        }

        static Key type(ObjectName name) {
            return new Key("type", name, Optional.empty(), Optional.empty());
        }
    }
}
