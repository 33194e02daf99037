package dev.migrate.core.schema;

import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.ConstraintSpec.KeyForm;
import dev.migrate.core.operation.IndexForm;
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
        if (!(spec instanceof ConstraintSpec.Key key) || key.usingIndex().isEmpty()) {
            return spec;
        }
        Optional<Index> index = key.usingIndex().flatMap(table::index);
        KeyForm form = index.map(
                        each -> new KeyForm(each.including(), each.form().nullsNotDistinct(), false))
                .orElse(key.form());
        return key.of(index.map(Index::keys).orElse(List.of()), Optional.empty(), form);
    }

    static Table withIndexAndNotNull(Table table, String name, ConstraintSpec spec, ConstraintSpec resolved) {
        Table after = table;
        if (resolved instanceof ConstraintSpec.Key key) {
            after = withIndex(after, name, ((ConstraintSpec.Key) spec).usingIndex(), key);
            List<String> notNull = key instanceof ConstraintSpec.PrimaryKey ? key.columns() : List.of();
            for (String column : notNull) {
                after = after.withColumn(column, each -> each.withNotNull(true));
            }
        } else if (resolved instanceof ConstraintSpec.NotNull notNull) {
            // Also NOT VALID: the column counts as NOT NULL only once the rows are checked.
            after = notNull.notValid() ? after : after.withColumn(notNull.column(), each -> each.withNotNull(true));
        } else if (resolved instanceof ConstraintSpec.Exclusion) {
            after = after.plus(
                    new Index(name, List.of(), List.of(), false, "gist", Optional.empty(), true, IndexForm.PLAIN));
        }
        return after;
    }

    /** An index that is taken over gets the constraint's name. */
    private static Table withIndex(Table table, String name, Optional<String> usingIndex, ConstraintSpec.Key key) {
        Optional<Index> existing = usingIndex.flatMap(table::index);
        if (existing.isEmpty()) {
            return table.plus(Index.ofKey(name, key.columns(), key.form()));
        }
        return table.withIndexes(
                Table.Lists.changed(table.indexes(), existing.get()::equals, each -> each.owned(name)));
    }
}
