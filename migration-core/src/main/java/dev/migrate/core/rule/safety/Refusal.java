package dev.migrate.core.rule.safety;

import dev.migrate.core.graph.RunOperation;
import dev.migrate.core.message.Messages;
import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.DdlOperation.AddConstraint;
import dev.migrate.core.operation.DdlOperation.AlterColumnType;
import dev.migrate.core.operation.DdlOperation.CreateIndex;
import dev.migrate.core.operation.DdlOperation.DetachPartition;
import dev.migrate.core.operation.DdlOperation.DropConstraint;
import dev.migrate.core.operation.DdlOperation.DropIndex;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.TypeOperation.ChangeComposite;
import dev.migrate.core.schema.Constraint;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.schema.SchemaObject;
import dev.migrate.core.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why PostgreSQL stops at a statement, whatever rows there are: what the earlier migrations made stands against it.
 *
 * @param headline the whole first line
 * @param error the SQLSTATE and the server's words
 * @param certain whether nothing that is unknown here could make it pass
 * @param instead the way that works, in words
 * @param narrowing a statement that works instead and belongs in a contract
 */
record Refusal(String headline, String error, boolean certain, String instead, Optional<DdlOperation> narrowing) {
    /** The first version that takes NOT VALID for a foreign key of a partitioned table. */
    private static final int NOT_VALID_ON_PARTITIONED = 18;

    Refusal {
        Objects.requireNonNull(narrowing, "narrowing");
    }

    private static Optional<Refusal> because(String headline, String error, String instead) {
        return Optional.of(new Refusal(headline, error, true, instead, Optional.empty()));
    }

    /** What stands against an operation; empty where nothing is known to. */
    static Optional<Refusal> of(RunOperation run, Schema before, int postgres) {
        DdlOperation operation = run.operation();
        if (operation instanceof CreateIndex create) {
            return create.concurrently() ? onPartitioned(create, before) : Optional.empty();
        }
        if (operation instanceof AddConstraint add) {
            return postgres < NOT_VALID_ON_PARTITIONED ? foreignKey(add, before) : Optional.empty();
        }
        if (operation instanceof DropIndex drop) {
            return index(drop, before);
        }
        if (operation instanceof AlterColumnType alter) {
            return type(alter, before);
        }
        if (operation instanceof DetachPartition detach) {
            return detached(detach, before);
        }
        if (operation instanceof ChangeComposite change) {
            return attribute(change, before);
        }
        return operation instanceof DropConstraint drop ? key(drop, before) : Dependents.refusal(run, before);
    }

    private static Optional<Refusal> onPartitioned(CreateIndex create, Schema before) {
        ObjectName table = create.table();
        if (!partitioned(table, before) || isThere(create, before)) {
            return Optional.empty();
        }
        return because(
                "PostgreSQL builds no index CONCURRENTLY on " + table + ", which is partitioned",
                "0A000: cannot create index on partitioned table \"" + table.name() + "\" concurrently",
                "CREATE INDEX … ON ONLY " + table + ", then CREATE INDEX CONCURRENTLY on each partition,"
                        + "\nthen ALTER INDEX … ATTACH PARTITION for each of these");
    }

    private static boolean isThere(CreateIndex create, Schema before) {
        return create.ifNotExists()
                && create.index()
                        .flatMap(name -> before.table(create.table()).flatMap(table -> table.index(name)))
                        .isPresent();
    }

    private static Optional<Refusal> foreignKey(AddConstraint add, Schema before) {
        if (!(add.constraint() instanceof ConstraintSpec.ForeignKey key)
                || !key.notValid()
                || !partitioned(add.table(), before)) {
            return Optional.empty();
        }
        return because(
                "PostgreSQL adds no foreign key NOT VALID to " + add.table() + ", which is partitioned",
                "42809: cannot add NOT VALID foreign key on partitioned table \""
                        + add.table().name() + "\" referencing relation \""
                        + key.referencedTable().name() + "\"",
                "add it NOT VALID to each partition and validate it there, then add it to " + add.table()
                        + " without NOT VALID,\nwhich takes over those of the partitions");
    }

    private static Optional<Refusal> index(DropIndex drop, Schema before) {
        Optional<Table> table = before.tableOfIndex(drop.index());
        boolean owned = table.flatMap(known -> known.index(drop.index().name()))
                .filter(known -> known.ofConstraint())
                .isPresent();
        if (owned) {
            String name = drop.index().name();
            ObjectName of = table.orElseThrow().name();
            return Optional.of(new Refusal(
                    "PostgreSQL does not drop index " + name + ", which belongs to a constraint of " + of,
                    "2BP01: cannot drop index " + name + " because constraint " + name + " on table " + of.name()
                            + " requires it",
                    true,
                    "drop the constraint, which takes its index along:",
                    Optional.of(new DropConstraint(of, name, false, false))));
        }
        if (!drop.concurrently()
                || table.filter(known -> known.form().partitioned()).isEmpty()) {
            return Optional.empty();
        }
        return because(
                "PostgreSQL drops no index CONCURRENTLY of "
                        + table.orElseThrow().name() + ", which is partitioned",
                "0A000: cannot drop partitioned index \"" + drop.index().name() + "\" concurrently",
                "drop it without CONCURRENTLY, with a short lock_timeout: there is nothing to build or to scan");
    }

    private static Optional<Refusal> type(AlterColumnType alter, Schema before) {
        List<SchemaObject> views = before.viewsOf(alter.table(), alter.column());
        if (views.isEmpty()) {
            return Optional.empty();
        }
        String names =
                Messages.list(views.stream().map(view -> "view " + view.name()).toList());
        return Optional.of(new Refusal(
                "PostgreSQL does not change the type of " + alter.table() + "." + alter.column() + " while " + names
                        + (views.size() == 1 ? " reads it" : " read it"),
                "0A000: cannot alter type of a column used by a view or rule",
                Dependents.readNothingElse(views, alter.table()),
                "drop " + names + " before it and create " + (views.size() == 1 ? "it" : "them")
                        + " again after it, in one transaction",
                Optional.empty()));
    }

    private static Optional<Refusal> detached(DetachPartition detach, Schema before) {
        Optional<Table> other = before.defaultPartition(detach.table());
        if (detach.mode() != DetachPartition.Mode.CONCURRENTLY || other.isEmpty()) {
            return Optional.empty();
        }
        return because(
                "PostgreSQL detaches no partition of " + detach.table() + " CONCURRENTLY while it has a DEFAULT one",
                "55000: cannot detach partitions concurrently when a default partition exists",
                "DETACH PARTITION without CONCURRENTLY, with a short lock_timeout;\nthe DEFAULT partition is "
                        + other.get().name());
    }

    private static Optional<Refusal> attribute(ChangeComposite change, Schema before) {
        Optional<Schema.ColumnUse> use = change.action() == ChangeComposite.Action.TYPE
                ? before.columnsOfType(change.type()).stream().findFirst()
                : Optional.empty();
        return use.flatMap(column -> because(
                "PostgreSQL does not alter type " + change.type() + " while column " + column.table() + "."
                        + column.column() + " has it",
                "0A000: cannot alter type \"" + change.type().name() + "\" because column \""
                        + column.table().name() + "." + column.column() + "\" uses it",
                "a new type and a new column of it, filled in batches"));
    }

    private static Optional<Refusal> key(DropConstraint drop, Schema before) {
        Cascade cascade = Cascade.ofConstraint(drop.table(), drop.constraint(), before);
        if (drop.cascade() || cascade.keys().isEmpty() || hasAnotherIndex(drop, before)) {
            return Optional.empty();
        }
        String keys = Messages.list(cascade.keys());
        return because(
                "PostgreSQL does not drop constraint " + drop.constraint() + " of " + drop.table() + " while " + keys
                        + (cascade.keys().size() == 1 ? " refers to it" : " refer to it"),
                "2BP01: cannot drop constraint " + drop.constraint() + " on table "
                        + drop.table().name() + " because other objects depend on it",
                "drop " + keys + " before it, each in a step of its own");
    }

    /** A foreign key rests on one unique index of its columns; which of several is not known here. */
    private static boolean hasAnotherIndex(DropConstraint drop, Schema before) {
        Table table = before.table(drop.table()).orElseThrow();
        List<String> columns =
                table.constraint(drop.constraint()).map(Constraint::columns).orElse(List.of());
        Stream<String> alike = table.indexes().stream()
                .filter(index -> index.unique() && index.keys().equals(columns))
                .map(index -> index.name());
        return alike.anyMatch(name -> !name.equals(drop.constraint()));
    }

    private static boolean partitioned(ObjectName table, Schema before) {
        return before.table(table).filter(known -> known.form().partitioned()).isPresent();
    }
}
