package dev.migrate.core.schema;

import dev.migrate.core.operation.ColumnSpec;
import dev.migrate.core.operation.ColumnSpec.Generated;
import dev.migrate.core.operation.DataType;
import java.util.Objects;
import java.util.Optional;

/**
 * A column.
 *
 * @param type what the server stores: {@code integer} where the statement said {@code serial}
 * @param defaultExpression the DEFAULT's text; for a serial column the call of its sequence
 * @param collation the collation's name, where one is set
 */
public record Column(
        String name,
        DataType type,
        boolean notNull,
        Optional<String> defaultExpression,
        Optional<Generated> generated,
        Optional<String> collation) {
    /** Refuses null. */
    public Column {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(defaultExpression, "defaultExpression");
        Objects.requireNonNull(generated, "generated");
        Objects.requireNonNull(collation, "collation");
    }

    /** The column that a definition makes. */
    static Column of(String table, ColumnSpec spec) {
        Optional<String> sequence = spec.type().serial()
                ? Optional.of("nextval('" + ConstraintNames.make(table, spec.name(), "seq") + "'::regclass)")
                : spec.defaultExpression().filter(text -> spec.hasValueByDefault());
        return new Column(
                spec.name(), spec.type().stored(), spec.notNull(), sequence, spec.generated(), spec.collation());
    }

    /** Whether an INSERT that leaves it out gets something other than NULL. */
    public boolean fillsItself() {
        return defaultExpression.isPresent() || generated.isPresent();
    }

    Column withName(String newName) {
        return new Column(newName, type, notNull, defaultExpression, generated, collation);
    }

    Column withType(DataType newType, Optional<String> newCollation) {
        return new Column(name, newType, notNull, defaultExpression, generated, newCollation);
    }

    Column withNotNull(boolean newNotNull) {
        return new Column(name, type, newNotNull, defaultExpression, generated, collation);
    }

    Column withDefault(Optional<String> expression) {
        return new Column(name, type, notNull, expression, generated, collation);
    }

    Column withGenerated(Optional<Generated> newGenerated) {
        return new Column(name, type, notNull, defaultExpression, newGenerated, collation);
    }
}
