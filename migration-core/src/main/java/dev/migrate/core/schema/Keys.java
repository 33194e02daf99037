package dev.migrate.core.schema;

import dev.migrate.core.operation.ConstraintSpec;
import java.util.List;
import java.util.Optional;

/** UNIQUE and PRIMARY KEY with the index and the NOT NULL that they bring. */
final class Keys {
    private Keys() {}

    static boolean isKey(ConstraintSpec spec) {
        return spec instanceof ConstraintSpec.Unique
                || spec instanceof ConstraintSpec.PrimaryKey
                || spec instanceof ConstraintSpec.Exclusion;
    }

    /** The constraint with the columns of the index that it takes over, if that is known. */
    static ConstraintSpec resolved(Table table, ConstraintSpec spec) {
        if (spec instanceof ConstraintSpec.Unique unique && unique.usingIndex().isPresent()) {
            return new ConstraintSpec.Unique(
                    spec.name(), columns(table, unique.usingIndex()), Optional.empty(), unique.options());
        }
        if (spec instanceof ConstraintSpec.PrimaryKey key && key.usingIndex().isPresent()) {
            return new ConstraintSpec.PrimaryKey(
                    spec.name(), columns(table, key.usingIndex()), Optional.empty(), key.options());
        }
        return spec;
    }

    private static List<String> columns(Table table, Optional<String> index) {
        return index.flatMap(table::index).map(Index::keys).orElse(List.of());
    }

    static Table withIndexAndNotNull(Table table, String name, ConstraintSpec spec, ConstraintSpec resolved) {
        Table after = table;
        if (resolved instanceof ConstraintSpec.PrimaryKey key) {
            after = withIndex(after, name, ((ConstraintSpec.PrimaryKey) spec).usingIndex(), key.columns());
            for (String column : key.columns()) {
                after = after.withColumn(column, each -> each.withNotNull(true));
            }
        } else if (resolved instanceof ConstraintSpec.Unique unique) {
            after = withIndex(after, name, ((ConstraintSpec.Unique) spec).usingIndex(), unique.columns());
        } else if (resolved instanceof ConstraintSpec.NotNull notNull) {
            // Also NOT VALID: the column counts as NOT NULL only once the rows are checked.
            after = notNull.notValid() ? after : after.withColumn(notNull.column(), each -> each.withNotNull(true));
        } else if (resolved instanceof ConstraintSpec.Exclusion) {
            after = after.plus(new Index(name, List.of(), List.of(), false, "gist", Optional.empty(), true));
        }
        return after;
    }

    /** An index that is taken over gets the constraint's name. */
    private static Table withIndex(Table table, String name, Optional<String> usingIndex, List<String> columns) {
        Optional<Index> existing = usingIndex.flatMap(table::index);
        if (existing.isEmpty()) {
            return table.plus(Index.ofKey(name, columns));
        }
        return table.withIndexes(
                Table.Lists.changed(table.indexes(), existing.get()::equals, each -> each.owned(name)));
    }
}
