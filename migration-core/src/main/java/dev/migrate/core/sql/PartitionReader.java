package dev.migrate.core.sql;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.PartitionBound;
import dev.migrate.core.operation.TableForm.PartitionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads how tables are divided: PARTITION BY, FOR VALUES, ATTACH, DETACH, INHERIT. */
final class PartitionReader {
    private static final Set<String> STRATEGIES = Set.of("range", "list", "hash");

    private PartitionReader() {}

    /** Reads what follows PARTITION BY. */
    static PartitionKey key(Cursor cursor) {
        Token strategy = cursor.name("RANGE, LIST or HASH");
        if (!STRATEGIES.contains(strategy.value())) {
            throw new Unread(strategy, "PARTITION BY " + cursor.word(strategy) + " is not understood");
        }
        List<String> keys = new ArrayList<>(1);
        KeyReader keyReader = new KeyReader(cursor);
        cursor.expectSymbol("(");
        do {
            keys.add(keyReader.read().key());
        } while (cursor.acceptSymbol(","));
        cursor.expectSymbol(")");
        return new PartitionKey(strategy.value(), keys);
    }

    /** Reads {@code DEFAULT} or {@code FOR VALUES …}. */
    static PartitionBound bound(Cursor cursor) {
        if (cursor.accept("default")) {
            return PartitionBound.DEFAULT;
        }
        if (!cursor.accept("for", "values")) {
            throw cursor.expected("FOR VALUES or DEFAULT");
        }
        if (cursor.accept("in")) {
            return new PartitionBound(PartitionBound.Kind.LIST, values(cursor), List.of());
        }
        if (cursor.accept("from")) {
            List<String> from = values(cursor);
            cursor.expect("to");
            return new PartitionBound(PartitionBound.Kind.RANGE, from, values(cursor));
        }
        cursor.expect("with");
        return hash(cursor);
    }

    private static List<String> values(Cursor cursor) {
        List<String> values = new ArrayList<>(1);
        cursor.expectSymbol("(");
        do {
            values.add(ColumnReader.expression(cursor, Set.of()));
        } while (cursor.acceptSymbol(","));
        cursor.expectSymbol(")");
        return values;
    }

    private static PartitionBound hash(Cursor cursor) {
        List<String> modulus = new ArrayList<>(1);
        List<String> remainder = new ArrayList<>(1);
        cursor.expectSymbol("(");
        do {
            boolean first = cursor.accept("modulus");
            if (!first) {
                cursor.expect("remainder");
            }
            (first ? modulus : remainder).add(cursor.word(cursor.next()));
        } while (cursor.acceptSymbol(","));
        cursor.expectSymbol(")");
        return new PartitionBound(PartitionBound.Kind.HASH, modulus, remainder);
    }

    /** Reads a sub-command of ALTER TABLE about partitions or inheritance; empty, and nothing consumed, if it is none. */
    static Optional<SpannedOperation> subCommand(Cursor cursor, ObjectName table) {
        if (cursor.accept("attach", "partition")) {
            Cursor.Name partition = cursor.objectName("the partition's name");
            return at(partition, new DdlOperation.AttachPartition(table, partition.name(), bound(cursor)));
        }
        if (cursor.accept("detach", "partition")) {
            Cursor.Name partition = cursor.objectName("the partition's name");
            return at(partition, new DdlOperation.DetachPartition(table, partition.name(), mode(cursor)));
        }
        boolean ends = cursor.accept("no", "inherit");
        if (ends || cursor.accept("inherit")) {
            Cursor.Name parent = cursor.objectName("the parent's name");
            return at(parent, new DdlOperation.Inherit(table, parent.name(), ends));
        }
        return Optional.empty();
    }

    private static DdlOperation.DetachPartition.Mode mode(Cursor cursor) {
        if (cursor.accept("concurrently")) {
            return DdlOperation.DetachPartition.Mode.CONCURRENTLY;
        }
        return cursor.accept("finalize")
                ? DdlOperation.DetachPartition.Mode.FINALIZE
                : DdlOperation.DetachPartition.Mode.PLAIN;
    }

    private static Optional<SpannedOperation> at(Cursor.Name name, DdlOperation operation) {
        return Optional.of(new SpannedOperation(operation, name.start(), name.end()));
    }
}
