package dev.migrate.core.schema;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The tables as the operations so far have made them. Immutable; a successor shares what did not change, so that the
 * schema before each of a thousand migrations can be kept.
 *
 * <p>Names are compared as written: {@code t} and {@code public.t} are two tables, since which schema a name without one
 * means is decided by the run.
 */
public final class Schema {
    private static final Schema EMPTY = new Schema(Tables.EMPTY);

    private final Tables tables;

    private Schema(Tables tables) {
        this.tables = tables;
    }

    /** A schema without tables. */
    public static Schema empty() {
        return EMPTY;
    }

    /**
     * The schema after an operation. An operation that PostgreSQL would refuse (a column that is there already, an
     * unknown constraint) changes what it can and nothing else; one on a table that was never created makes it a table
     * that is not {@linkplain Table#known() known}.
     */
    public Schema apply(DdlOperation operation) {
        return SchemaFold.apply(this, operation);
    }

    /** The schema after all of the operations, in order. */
    public Schema apply(Iterable<? extends DdlOperation> operations) {
        Schema schema = this;
        for (DdlOperation operation : operations) {
            schema = schema.apply(operation);
        }
        return schema;
    }

    /** The table; empty if no operation named it. */
    public Optional<Table> table(ObjectName name) {
        return tables.get(name);
    }

    /** All tables, in no order that means anything. */
    public Stream<Table> tables() {
        return tables.stream();
    }

    /** The table that has the index; empty if no operation made it. */
    public Optional<Table> tableOfIndex(ObjectName index) {
        return tables.stream()
                .filter(table -> table.name().schema().equals(index.schema())
                        && table.index(index.name()).isPresent())
                .findFirst();
    }

    /** The other tables that have a foreign key to the table. */
    public List<Table> referencing(ObjectName table) {
        return tables.stream()
                .filter(each -> !each.name().equals(table)
                        && each.constraints().stream().anyMatch(constraint -> constraint.references(table)))
                .toList();
    }

    /** The columns of the table that a foreign key refers to; none if the constraint is no foreign key to it. */
    public List<String> referencedColumns(Constraint constraint, ObjectName table) {
        return References.to(this, constraint, table);
    }

    Schema with(Table table) {
        return new Schema(tables.with(table));
    }

    Schema without(ObjectName table) {
        return new Schema(tables.without(table));
    }

    /** Whether a relation (table or index) of the schema has the name. */
    Predicate<String> relationNames(ObjectName like) {
        return name -> tables.get(new ObjectName(like.schema(), name)).isPresent()
                || tableOfIndex(new ObjectName(like.schema(), name)).isPresent();
    }
}
