package dev.migrate.core.schema;

import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.ObjectName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
    private static final Schema EMPTY = new Schema(SharingMap.empty(), SharingMap.empty(), Links.NONE, Links.NONE);

    private final SharingMap<ObjectName, Table> tables;
    /** The table of each index. */
    private final SharingMap<ObjectName, ObjectName> owners;
    /** The tables with a foreign key to a table. */
    private final Links referrers;
    /** The partitions and inheriting tables of a table. */
    private final Links children;

    private Schema(
            SharingMap<ObjectName, Table> tables,
            SharingMap<ObjectName, ObjectName> owners,
            Links referrers,
            Links children) {
        this.tables = tables;
        this.owners = owners;
        this.referrers = referrers;
        this.children = children;
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
        return tables.values();
    }

    /** The table that has the index; empty if no operation made it. */
    public Optional<Table> tableOfIndex(ObjectName index) {
        return owners.get(index).flatMap(tables::get);
    }

    /** The other tables that have a foreign key to the table. */
    public List<Table> referencing(ObjectName table) {
        return referrers.to(table).stream()
                .filter(name -> !name.equals(table))
                .flatMap(name -> tables.get(name).stream())
                .toList();
    }

    /** The other tables that have a foreign key to the table, or to one of these, nearest first. */
    public List<ObjectName> referencingAtAnyDistance(ObjectName table) {
        return atAnyDistance(table, this::referencing);
    }

    /** The partitions of a partitioned table, or the tables that inherit from it. */
    public List<Table> children(ObjectName table) {
        return children.to(table).stream()
                .flatMap(name -> tables.get(name).stream())
                .toList();
    }

    /** The children of the table and theirs, nearest first. */
    public List<ObjectName> descendants(ObjectName table) {
        return children.to(table).isEmpty() ? List.of() : atAnyDistance(table, this::children);
    }

    private static List<ObjectName> atAnyDistance(ObjectName start, Function<ObjectName, List<Table>> next) {
        Set<ObjectName> reached = new LinkedHashSet<>(List.of(start));
        Deque<ObjectName> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            next.apply(open.remove()).stream()
                    .map(Table::name)
                    .filter(reached::add)
                    .forEach(open::add);
        }
        reached.remove(start);
        return List.copyOf(reached);
    }

    /** The columns of the table that a foreign key refers to; none if the constraint is no foreign key to it. */
    public List<String> referencedColumns(Constraint constraint, ObjectName table) {
        return References.to(this, constraint, table);
    }

    Schema with(Table table) {
        Schema without = withoutLinks(table.name());
        SharingMap<ObjectName, ObjectName> newOwners = without.owners;
        for (Index index : table.indexes()) {
            newOwners = newOwners.with(indexName(table, index), table.name());
        }
        return new Schema(
                tables.with(table.name(), table),
                newOwners,
                without.referrers.with(table.name(), referenced(table)),
                without.children.with(table.name(), table.form().parents()));
    }

    Schema without(ObjectName table) {
        Schema without = withoutLinks(table);
        return new Schema(tables.without(table), without.owners, without.referrers, without.children);
    }

    private Schema withoutLinks(ObjectName name) {
        Optional<Table> table = tables.get(name);
        if (table.isEmpty()) {
            return this;
        }
        SharingMap<ObjectName, ObjectName> fewerOwners = owners;
        for (Index index : table.get().indexes()) {
            fewerOwners = fewerOwners.without(indexName(table.get(), index));
        }
        return new Schema(
                tables,
                fewerOwners,
                referrers.without(name, referenced(table.get())),
                children.without(name, table.get().form().parents()));
    }

    private static ObjectName indexName(Table table, Index index) {
        return new ObjectName(table.name().schema(), index.name());
    }

    private static List<ObjectName> referenced(Table table) {
        return table.constraints().stream()
                .map(Constraint::spec)
                .filter(ConstraintSpec.ForeignKey.class::isInstance)
                .map(spec -> ((ConstraintSpec.ForeignKey) spec).referencedTable())
                .distinct()
                .toList();
    }

    /** Whether a relation (table or index) of the schema has the name. */
    Predicate<String> relationNames(ObjectName like) {
        return name -> {
            ObjectName relation = new ObjectName(like.schema(), name);
            return tables.get(relation).isPresent() || owners.get(relation).isPresent();
        };
    }
}
