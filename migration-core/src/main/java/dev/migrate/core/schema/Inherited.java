package dev.migrate.core.schema;

import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.TableForm;
import dev.migrate.core.operation.TableForm.Like;
import dev.migrate.core.operation.TableForm.Like.Copied;
import java.util.Optional;
import java.util.stream.Stream;

/** What a table has from others: its parents', and what LIKE copies. */
final class Inherited {
    private final Schema schema;

    Inherited(Schema schema) {
        this.schema = schema;
    }

    /** Whether all is known of the tables that it takes from. */
    boolean known(TableForm form) {
        return Stream.concat(form.parents().stream(), form.likes().stream().map(Like::table))
                .allMatch(name -> schema.table(name).filter(Table::known).isPresent());
    }

    /** The new table with what it has from others. */
    Table copiedInto(Table table) {
        Table copied = table;
        for (ObjectName parent : table.form().parents()) {
            copied = ofParent(copied, parent);
        }
        for (Like like : table.form().likes()) {
            Optional<Table> source = schema.table(like.table());
            copied = source.isPresent() ? like(copied, source.get(), like) : copied;
        }
        return copied;
    }

    private Table ofParent(Table table, ObjectName parent) {
        Optional<Table> source = schema.table(parent);
        if (source.isEmpty()) {
            return table;
        }
        Table copied = table;
        for (Column column : source.get().columns()) {
            copied = copied.column(column.name()).isPresent() ? copied : copied.plus(column);
        }
        for (Constraint constraint : source.get().constraints()) {
            boolean inherited = constraint.spec() instanceof ConstraintSpec.Check check && !check.noInherit();
            copied = inherited ? copied.plus(constraint) : copied;
        }
        return table.form().bound().isPresent() ? attached(copied, parent) : copied;
    }

    /** A partition gets each key, foreign key and index of its table that it does not have yet. */
    Table attached(Table partition, ObjectName parent) {
        Optional<Table> source = schema.table(parent);
        if (source.isEmpty()) {
            return partition;
        }
        Table attached = partition;
        for (Constraint constraint : source.get().constraints()) {
            boolean own = constraint.key() || constraint.spec() instanceof ConstraintSpec.ForeignKey;
            if (own && attached.constraints().stream().noneMatch(each -> sameKey(each, constraint))) {
                attached = ConstraintFold.added(schema, attached, ConstraintFold.unnamed(constraint.spec()));
            }
        }
        for (Index index : source.get().indexes()) {
            if (!index.ofConstraint() && attached.indexes().stream().noneMatch(index::alike)) {
                attached = attached.plus(index.withName(nameOf(index, attached)));
            }
        }
        return attached;
    }

    private static boolean sameKey(Constraint one, Constraint other) {
        return one.spec().getClass() == other.spec().getClass() && one.columns().equals(other.columns());
    }

    private String nameOf(Index index, Table table) {
        return ConstraintNames.ofIndex(
                table.name().name(),
                index.keys(),
                index.including(),
                name -> table.index(name).isPresent()
                        || schema.relationNames(table.name()).test(name));
    }

    private Table like(Table table, Table source, Like like) {
        Table copied = table;
        for (Column column : source.columns()) {
            copied = copied.plus(like(column, like));
        }
        for (Constraint constraint : source.constraints()) {
            boolean check = constraint.spec() instanceof ConstraintSpec.Check
                    && like.including().contains(Copied.CONSTRAINTS);
            if (check) {
                copied = copied.plus(constraint);
            } else if (constraint.key() && like.including().contains(Copied.INDEXES)) {
                copied = ConstraintFold.added(schema, copied, ConstraintFold.unnamed(constraint.spec()));
            }
        }
        if (like.including().contains(Copied.INDEXES)) {
            for (Index index : source.indexes()) {
                copied = index.ofConstraint() ? copied : copied.plus(index.withName(nameOf(index, copied)));
            }
        }
        return copied;
    }

    private static Column like(Column column, Like like) {
        boolean generated = column.generated()
                .filter(kind -> like.including()
                        .contains(
                                kind == dev.migrate.core.operation.ColumnSpec.Generated.IDENTITY
                                        ? Copied.IDENTITY
                                        : Copied.GENERATED))
                .isPresent();
        Column copied = generated ? column : column.withGenerated(Optional.empty());
        return like.including().contains(Copied.DEFAULTS) ? copied : copied.withDefault(Optional.empty());
    }
}
