package dev.migrate.core.rule.safety;

import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.DdlOperation.AddConstraint;
import dev.migrate.core.operation.DdlOperation.ValidateConstraint;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.rule.StatementText;
import java.util.List;
import java.util.Optional;

/** Statements that several rules offer, in the user's own names. */
final class Fix {
    private Fix() {}

    /** Adding without a check of the rows that exist, then checking them under a lock that stops nobody. */
    static List<String> addThenValidate(ObjectName table, ConstraintSpec constraint, String name) {
        return List.of(
                statement(new AddConstraint(table, notValid(constraint, name))),
                statement(new ValidateConstraint(table, name)));
    }

    static String statement(DdlOperation operation) {
        return StatementText.text(operation);
    }

    /** The name that PostgreSQL would generate. */
    static String constraintName(ObjectName table, ConstraintSpec constraint) {
        return constraint.name().orElseGet(() -> generatedName(table.name(), constraint));
    }

    private static String generatedName(String table, ConstraintSpec constraint) {
        if (constraint instanceof ConstraintSpec.ForeignKey key) {
            return table + "_" + String.join("_", key.columns()) + "_fkey";
        }
        if (constraint instanceof ConstraintSpec.Unique unique) {
            return table + "_" + String.join("_", unique.columns()) + "_key";
        }
        if (constraint instanceof ConstraintSpec.PrimaryKey) {
            return table + "_pkey";
        }
        if (constraint instanceof ConstraintSpec.NotNull notNull) {
            return table + "_" + notNull.column() + "_not_null";
        }
        return table + (constraint instanceof ConstraintSpec.Check ? "_check" : "_excl");
    }

    private static ConstraintSpec notValid(ConstraintSpec constraint, String name) {
        if (constraint instanceof ConstraintSpec.Check check) {
            return new ConstraintSpec.Check(Optional.of(name), check.expression(), true, check.enforced());
        }
        if (constraint instanceof ConstraintSpec.ForeignKey key) {
            return key.notValidAs(name);
        }
        return constraint;
    }
}
