package dev.migrate.core.schema;

import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.TableForm;
import dev.migrate.core.sql.SqlExpressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A table.
 *
 * @param columns in their order
 * @param known whether its CREATE TABLE was seen and names all that it has; if not, it can have more columns, constraints
 *     and indexes than these
 * @param form what it is beside these
 */
public record Table(
        ObjectName name,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        boolean known,
        TableForm form) {
    /** Copies the lists. */
    public Table {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(form, "form");
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
    }

    /** A table of which nothing is known but its name. */
    public static Table unknown(ObjectName name) {
        return new Table(name, List.of(), List.of(), List.of(), false, TableForm.PLAIN);
    }

    /** A column; empty if there is none, or none is known. */
    public Optional<Column> column(String column) {
        return columns.stream().filter(each -> each.name().equals(column)).findFirst();
    }

    /** A constraint; empty if there is none, or none is known. */
    public Optional<Constraint> constraint(String constraint) {
        return constraints.stream()
                .filter(each -> each.name().equals(constraint))
                .findFirst();
    }

    /** An index; empty if there is none, or none is known. */
    public Optional<Index> index(String index) {
        return indexes.stream().filter(each -> each.name().equals(index)).findFirst();
    }

    /** The primary key's columns; none if there is no primary key, or none is known. */
    public List<String> primaryKey() {
        return constraints.stream()
                .filter(each -> each.spec() instanceof ConstraintSpec.PrimaryKey)
                .findFirst()
                .map(Constraint::columns)
                .orElse(List.of());
    }

    /** Whether no row can have NULL there: it is NOT NULL, or a validated CHECK proves it as PostgreSQL does. */
    public boolean provesNotNull(String column) {
        return column(column).filter(Column::notNull).isPresent()
                || constraints.stream().anyMatch(each -> each.validated() && proves(each.spec(), column));
    }

    private static boolean proves(ConstraintSpec spec, String column) {
        return (spec instanceof ConstraintSpec.NotNull notNull
                        && notNull.column().equals(column))
                || (spec instanceof ConstraintSpec.Check check
                        && SqlExpressions.impliesNotNull(check.expression(), column));
    }

    Table withName(ObjectName newName) {
        return new Table(newName, columns, constraints, indexes, known, form);
    }

    Table withForm(TableForm newForm) {
        return new Table(name, columns, constraints, indexes, known, newForm);
    }

    Table withColumns(List<Column> newColumns) {
        return new Table(name, newColumns, constraints, indexes, known, form);
    }

    Table withConstraints(List<Constraint> newConstraints) {
        return new Table(name, columns, newConstraints, indexes, known, form);
    }

    Table withIndexes(List<Index> newIndexes) {
        return new Table(name, columns, constraints, newIndexes, known, form);
    }

    Table plus(Column column) {
        return withColumns(Lists.plus(columns, column));
    }

    Table plus(Constraint constraint) {
        return withConstraints(Lists.plus(constraints, constraint));
    }

    Table plus(Index index) {
        return withIndexes(Lists.plus(indexes, index));
    }

    Table withColumn(String column, UnaryOperator<Column> change) {
        return withColumns(Lists.changed(columns, each -> each.name().equals(column), change));
    }

    Table withoutConstraints(Predicate<Constraint> gone) {
        List<Constraint> kept = Lists.without(constraints, gone);
        List<Index> keptIndexes = Lists.without(
                indexes,
                index -> index.ofConstraint()
                        && kept.stream().noneMatch(each -> each.name().equals(index.name())));
        return withConstraints(kept).withIndexes(keptIndexes);
    }

    /** Small immutable lists: a change is a copy. */
    static final class Lists {
        private Lists() {}

        static <T> List<T> plus(List<T> list, T element) {
            List<T> longer = new ArrayList<>(list.size() + 1);
            longer.addAll(list);
            longer.add(element);
            return longer;
        }

        static <T> List<T> without(List<T> list, Predicate<T> gone) {
            return list.stream().filter(gone.negate()).toList();
        }

        static <T> List<T> changed(List<T> list, Predicate<T> which, UnaryOperator<T> change) {
            return list.stream()
                    .map(each -> which.test(each) ? change.apply(each) : each)
                    .toList();
        }
    }
}
