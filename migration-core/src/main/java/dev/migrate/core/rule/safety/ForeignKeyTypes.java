package dev.migrate.core.rule.safety;

import dev.migrate.core.operation.ConstraintSpec.ForeignKey;
import dev.migrate.core.operation.DataType;
import dev.migrate.core.operation.DdlOperation.AlterColumnType;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.schema.Column;
import dev.migrate.core.schema.Constraint;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the two columns of a foreign key can still be compared when one of them changes its type. */
final class ForeignKeyTypes {
    /** Each converts to those after it without being asked to. */
    private static final List<String> NUMBERS =
            List.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

    private static final List<String> WHOLE = List.of("smallint", "integer", "bigint");
    private static final List<String> TEXTS = List.of("text", "character varying", "character");

    private ForeignKeyTypes() {}

    /** The name of a foreign key that the change makes impossible; empty if none is known. */
    static Optional<String> broken(AlterColumnType alter, Schema before) {
        return Stream.concat(ofTable(alter, before), toTable(alter, before)).findFirst();
    }

    private static Stream<String> ofTable(AlterColumnType alter, Schema before) {
        return before.table(alter.table()).stream()
                .flatMap(table -> table.constraints().stream()
                        .filter(constraint -> constraint.spec() instanceof ForeignKey key
                                && key.columns().contains(alter.column())
                                && !fits(
                                        alter.type(),
                                        other((ForeignKey) constraint.spec(), constraint, alter.column(), before)))
                        .map(Constraint::name));
    }

    private static Optional<DataType> other(ForeignKey key, Constraint constraint, String column, Schema before) {
        List<String> referenced = before.referencedColumns(constraint, key.referencedTable());
        int at = key.columns().indexOf(column);
        return at < referenced.size() ? type(before, key.referencedTable(), referenced.get(at)) : Optional.empty();
    }

    private static Stream<String> toTable(AlterColumnType alter, Schema before) {
        return before.referencing(alter.table()).stream()
                .flatMap(table -> table.constraints().stream()
                        .filter(constraint -> isBroken(constraint, table, alter, before))
                        .map(Constraint::name));
    }

    private static boolean isBroken(Constraint constraint, Table table, AlterColumnType alter, Schema before) {
        List<String> referenced = before.referencedColumns(constraint, alter.table());
        int at = referenced.indexOf(alter.column());
        if (at < 0 || at >= constraint.columns().size()) {
            return false;
        }
        Optional<DataType> from = table.column(constraint.columns().get(at)).map(Column::type);
        return from.isPresent() && !fits(from.get(), Optional.of(alter.type()));
    }

    private static Optional<DataType> type(Schema before, ObjectName table, String column) {
        return before.table(table).flatMap(each -> each.column(column)).map(Column::type);
    }

    /** Whether values of the first can be looked up in an index of the second; true where that is not known. */
    private static boolean fits(DataType referencing, Optional<DataType> referenced) {
        if (referenced.isEmpty() || !referencing.builtIn() || !referenced.get().builtIn()) {
            return true;
        }
        String from = referencing.name();
        String to = referenced.get().name();
        boolean numbers = NUMBERS.contains(from) && NUMBERS.contains(to);
        return from.equals(to)
                || (WHOLE.contains(from) && WHOLE.contains(to))
                || (numbers && NUMBERS.indexOf(from) < NUMBERS.indexOf(to))
                || (TEXTS.contains(from) && TEXTS.contains(to))
                || (!numbers && !family(from).equals("") && family(from).equals(family(to)));
    }

    private static String family(String type) {
        return type.startsWith("timestamp") || type.equals("date") ? "date" : "";
    }
}
