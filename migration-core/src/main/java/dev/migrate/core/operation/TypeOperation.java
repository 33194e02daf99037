package dev.migrate.core.operation;

import java.util.Objects;
import java.util.Optional;

/** What is particular to types and domains; renaming and dropping them is an {@link ObjectChange}. */
public sealed interface TypeOperation extends DdlOperation {
    /** The type or domain. */
    ObjectName type();

    @Override
    default Optional<ObjectName> subject() {
        return Optional.of(type());
    }

    /** CREATE TYPE and CREATE DOMAIN. */
    record CreateType(ObjectName type, TypeForm form) implements TypeOperation {
        /** Refuses null. */
        public CreateType {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(form, "form");
        }
    }

    /**
     * ALTER TYPE … ADD VALUE and RENAME VALUE.
     *
     * @param label the label that is added or renamed
     * @param newLabel what RENAME VALUE makes of it; empty for ADD VALUE
     * @param neighbour the label that the new one stands beside, if it says so
     * @param before whether it stands before that one
     */
    record ChangeEnum(
            ObjectName type,
            String label,
            Optional<String> newLabel,
            Optional<String> neighbour,
            boolean before,
            boolean ifNotExists)
            implements TypeOperation {
        /** Refuses null. */
        public ChangeEnum {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(newLabel, "newLabel");
            Objects.requireNonNull(neighbour, "neighbour");
        }

        /** Whether it is RENAME VALUE. */
        public boolean renames() {
            return newLabel.isPresent();
        }
    }

    /**
     * ALTER TYPE of a composite type: one operation an attribute.
     *
     * @param dataType the type of an attribute that is added or altered
     * @param newName the new name of one that is renamed
     */
    record ChangeComposite(
            ObjectName type,
            Action action,
            String attribute,
            Optional<DataType> dataType,
            Optional<String> newName,
            boolean ifExists,
            boolean cascade)
            implements TypeOperation {
        /** Refuses null. */
        public ChangeComposite {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(attribute, "attribute");
            Objects.requireNonNull(dataType, "dataType");
            Objects.requireNonNull(newName, "newName");
        }

        /** What is done to the attribute. */
        public enum Action {
            /** ADD ATTRIBUTE. */
            ADD,
            /** DROP ATTRIBUTE. */
            DROP,
            /** ALTER ATTRIBUTE … TYPE. */
            TYPE,
            /** RENAME ATTRIBUTE. */
            RENAME
        }
    }

    /**
     * ALTER DOMAIN.
     *
     * @param constraint the name of the constraint that is dropped, validated or renamed
     * @param added the constraint that is added
     * @param detail the default that is set, or the constraint's new name
     */
    record ChangeDomain(
            ObjectName type,
            Change change,
            Optional<String> constraint,
            Optional<ConstraintSpec> added,
            Optional<String> detail,
            boolean ifExists,
            boolean cascade)
            implements TypeOperation {
        /** Refuses null. */
        public ChangeDomain {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(constraint, "constraint");
            Objects.requireNonNull(added, "added");
            Objects.requireNonNull(detail, "detail");
        }

        /** What is done. */
        public enum Change {
            /** SET DEFAULT. */
            SET_DEFAULT,
            /** DROP DEFAULT. */
            DROP_DEFAULT,
            /** SET NOT NULL. */
            SET_NOT_NULL,
            /** DROP NOT NULL. */
            DROP_NOT_NULL,
            /** ADD a constraint. */
            ADD_CONSTRAINT,
            /** DROP CONSTRAINT. */
            DROP_CONSTRAINT,
            /** RENAME CONSTRAINT. */
            RENAME_CONSTRAINT,
            /** VALIDATE CONSTRAINT. */
            VALIDATE_CONSTRAINT
        }
    }
}
