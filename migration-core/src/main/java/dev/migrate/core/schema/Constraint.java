package dev.migrate.core.schema;

import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.sql.SqlExpressions;
import java.util.List;
import java.util.Objects;

/**
 * A constraint of a table.
 *
 * @param name as written, or as PostgreSQL derives it
 * @param spec what it demands; a key that took over an index has that index's columns
 * @param validated whether all rows are known to fulfil it
 */
public record Constraint(String name, ConstraintSpec spec, boolean validated) {
    /** Refuses null. */
    public Constraint {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(spec, "spec");
    }

    /** Whether it is a UNIQUE or PRIMARY KEY, which has an index of its name. */
    public boolean key() {
        return spec instanceof ConstraintSpec.Key;
    }

    /** Whether it stands or falls with a column of its own table. */
    public boolean mentions(String column) {
        if (spec instanceof ConstraintSpec.Check check) {
            return SqlExpressions.mentions(check.expression(), column);
        }
        if (spec instanceof ConstraintSpec.Exclusion exclusion) {
            return SqlExpressions.mentions(exclusion.definition(), column);
        }
        if (spec instanceof ConstraintSpec.Key key && key.form().including().contains(column)) {
            return true;
        }
        return columns().contains(column);
    }

    /** The columns of a key, foreign key or NOT NULL; none for a condition, which is text. */
    public List<String> columns() {
        if (spec instanceof ConstraintSpec.Key key) {
            return key.columns();
        }
        if (spec instanceof ConstraintSpec.ForeignKey key) {
            return key.columns();
        }
        return spec instanceof ConstraintSpec.NotNull notNull ? List.of(notNull.column()) : List.of();
    }

    /** Whether it is a foreign key to the table. */
    public boolean references(ObjectName table) {
        return spec instanceof ConstraintSpec.ForeignKey key
                && key.referencedTable().equals(table);
    }

    Constraint withName(String newName) {
        return new Constraint(newName, spec, validated);
    }

    Constraint withSpec(ConstraintSpec newSpec) {
        return new Constraint(name, newSpec, validated);
    }
}
