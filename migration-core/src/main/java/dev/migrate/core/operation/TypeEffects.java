package dev.migrate.core.operation;

import dev.migrate.core.schema.Column;
import dev.migrate.core.schema.Index;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.schema.Table;
import dev.migrate.core.sql.UsingCasts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Effects of a change of type. */
final class TypeEffects {
    private final Schema before;
    private final int major;

    TypeEffects(Schema before, int major) {
        this.before = before;
        this.major = major;
    }

    Effect of(EffectDraft draft, DdlOperation.AlterColumnType alter) {
        Optional<Table> table = before.table(alter.table());
        Optional<Column> column = table.flatMap(each -> each.column(alter.column()));
        draft.mayUnless(table.filter(Table::known).isPresent() && column.isPresent());
        TypeChange change =
                alter.using().filter(using -> !isSameCast(using, alter)).isPresent()
                        ? TypeChange.REWRITE
                        : column.map(each -> change(each.type(), alter.type())).orElse(TypeChange.PERHAPS);
        apply(draft, change);
        boolean collationChanges = column.filter(each -> !each.collation().equals(alter.collation()))
                .isPresent();
        table.ifPresent(each -> dependents(draft, each, alter.column(), change, collationChanges));
        return draft.done();
    }

    /** A domain that refuses nothing is its base type under another name; an enum is converted by its labels. */
    private TypeChange change(DataType from, DataType to) {
        Optional<TypeForm> oldForm = before.type(from);
        Optional<TypeForm> newForm = before.type(to);
        boolean known = (from.builtIn() || oldForm.isPresent()) && (to.builtIn() || newForm.isPresent());
        if (from.equals(to) || !known || from.dimensions() > 0 || to.dimensions() > 0) {
            return TypeChange.of(from, to, major);
        }
        Domains domains = new Domains(before);
        DataType oldBase = domains.ground(from);
        DataType newBase = domains.ground(to);
        boolean checks = domains.refuses(to);
        boolean plain = oldBase.builtIn() && newBase.builtIn();
        return checks || !plain ? TypeChange.REWRITE : TypeChange.of(oldBase, newBase, major);
    }

    /** {@code USING column}, and casts of it that keep the bytes, say what PostgreSQL does without them. */
    private boolean isSameCast(String using, DdlOperation.AlterColumnType alter) {
        List<DataType> casts = new ArrayList<>();
        Optional<DataType> from = before.table(alter.table())
                .flatMap(table -> table.column(alter.column()))
                .map(Column::type);
        if (!UsingCasts.of(using, alter.column(), casts)) {
            return false;
        }
        if (casts.isEmpty() || casts.equals(List.of(alter.type()))) {
            return true;
        }
        casts.add(alter.type());
        DataType step = from.orElse(alter.type());
        for (DataType cast : casts) {
            TypeChange change = change(step, cast);
            if (from.isEmpty() || change == TypeChange.REWRITE || change == TypeChange.PERHAPS) {
                return false;
            }
            step = cast;
        }
        return true;
    }

    private static void apply(EffectDraft draft, TypeChange change) {
        switch (change) {
            case REWRITE -> draft.rewrites().narrows();
            case PERHAPS -> draft.rewrites().narrows().may();
            case RELABEL, RELABEL_OTHER_ORDER -> draft.narrows();
            case WIDEN -> draft.widens();
            case SAME -> {}
        }
    }

    private void dependents(
            EffectDraft draft, Table table, String column, TypeChange change, boolean collationChanges) {
        boolean rewritten = change == TypeChange.REWRITE;
        // PostgreSQL checks a CHECK on the column again whatever the change is.
        boolean checked = table.constraints().stream()
                .anyMatch(each ->
                        each.validated() && each.spec() instanceof ConstraintSpec.Check && each.mentions(column));
        if (checked && !rewritten) {
            draft.scans();
        }
        boolean rebuilt = table.indexes().stream()
                        .anyMatch(index -> isRebuilt(index, column, change)
                                || (collationChanges && index.keys().contains(column)))
                || isOfPartitionedIndex(table, column);
        if (rebuilt && !rewritten) {
            draft.buildsIndex();
        }
        TableEffects.referenced(table.constraints().stream().filter(each -> ColumnEffects.isForeignKeyOn(each, column)))
                .forEach(referenced -> {
                    draft.lock(referenced, LockMode.ACCESS_EXCLUSIVE);
                    if (rewritten) {
                        ConstraintEffects.consult(draft, before, referenced);
                    }
                });
        before.referencing(table.name()).stream()
                .filter(other -> other.constraints().stream()
                        .anyMatch(each ->
                                before.referencedColumns(each, table.name()).contains(column)))
                .forEach(other -> referencing(draft, other.name(), rewritten));
    }

    /** An index of a partitioned table has no file that could be kept: those of all partitions are built anew. */
    private boolean isOfPartitionedIndex(Table table, String column) {
        if (table.form().bound().isEmpty()) {
            return false;
        }
        return table.form().parents().stream()
                .flatMap(parent -> before.table(parent).stream())
                .anyMatch(parent -> parent.indexes().stream().anyMatch(index -> index.mentions(column))
                        || isOfPartitionedIndex(parent, column));
    }

    /** A foreign key to a column of another type is checked anew. */
    private static void referencing(EffectDraft draft, ObjectName other, boolean rewritten) {
        draft.lock(other, LockMode.ACCESS_EXCLUSIVE);
        if (rewritten) {
            draft.worksOn(other);
        }
    }

    /** An index whose order stays is kept; one with an expression or a condition never is. */
    private static boolean isRebuilt(Index index, String column, TypeChange change) {
        return index.mentionsInExpression(column)
                || (change == TypeChange.RELABEL_OTHER_ORDER && index.mentions(column))
                || (change == TypeChange.PERHAPS && index.mentions(column));
    }
}
