package dev.migrate.core.operation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a type is made of. */
public sealed interface TypeForm {
    /** An enum, with its labels in their order. */
    record Enumeration(List<String> labels) implements TypeForm {
        /** Copies the labels. */
        public Enumeration {
            labels = List.copyOf(labels);
        }
    }

    /** A composite type, with its attributes in their order. */
    record Composite(List<ColumnSpec> attributes) implements TypeForm {
        /** Copies the attributes. */
        public Composite {
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * A domain.
     *
     * @param constraints CHECK, and NOT NULL where it has a name, in their order
     */
    record Domain(
            DataType base,
            boolean notNull,
            Optional<String> defaultExpression,
            List<ConstraintSpec> constraints,
            Optional<String> collation)
            implements TypeForm {
        /** Copies the constraints. */
        public Domain {
            Objects.requireNonNull(base, "base");
            Objects.requireNonNull(defaultExpression, "defaultExpression");
            Objects.requireNonNull(collation, "collation");
            constraints = List.copyOf(constraints);
        }

        /** Whether a value can be refused for more than its base type. */
        public boolean constrained() {
            return notNull || !constraints.isEmpty();
        }
    }

    /** A range type, with the type of its bounds. */
    record Range(DataType subtype) implements TypeForm {
        /** Refuses null. */
        public Range {
            Objects.requireNonNull(subtype, "subtype");
        }
    }

    /** A base type, made of functions; or the announcement of one. */
    record Base() implements TypeForm {}
}
