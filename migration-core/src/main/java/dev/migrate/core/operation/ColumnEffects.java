package dev.migrate.core.operation;

import dev.migrate.core.operation.ColumnSpec.Generated;
import dev.migrate.core.schema.Column;
import dev.migrate.core.schema.Constraint;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.schema.SchemaObject;
import dev.migrate.core.schema.Table;
import dev.migrate.core.sql.SqlExpressions;
import dev.migrate.core.sql.SqlExpressions.Volatility;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Effects of adding, dropping, renaming and changing columns. All of them lock the table against everything. */
final class ColumnEffects {
    /** Since this major a default that is the same for all rows is kept in the catalog. */
    private static final int DEFAULT_WITHOUT_REWRITE = 11;

    private final Schema before;
    private final int major;

    ColumnEffects(Schema before, int major) {
        this.before = before;
        this.major = major;
    }

    Effect of(DdlOperation operation) {
        EffectDraft draft = new EffectDraft();
        operation.onTable().ifPresent(table -> draft.lock(table, LockMode.ACCESS_EXCLUSIVE));
        if (operation instanceof DdlOperation.AddColumn add) {
            return add(draft, add);
        }
        if (operation instanceof DdlOperation.DropColumn drop) {
            return drop(draft, drop);
        }
        if (operation instanceof DdlOperation.SetNotNull set) {
            return new NotNull(before, major)
                    .set(draft, set.table(), set.column())
                    .done();
        }
        if (operation instanceof DdlOperation.AlterColumnType alter) {
            return new TypeEffects(before, major).of(draft, alter);
        }
        if (operation instanceof DdlOperation.RenameColumn) {
            return draft.narrows().done();
        }
        if (operation instanceof DdlOperation.DropDefault drop) {
            return dropDefault(draft, drop);
        }
        if (operation instanceof DdlOperation.AlterGeneration alter) {
            return generation(draft, alter);
        }
        // SET DEFAULT and DROP NOT NULL.
        return draft.widens().done();
    }

    /** INSERTs that leave the column out get NULL from now on, and fail where it is NOT NULL. */
    private Effect dropDefault(EffectDraft draft, DdlOperation.DropDefault drop) {
        Optional<Column> column = column(drop.table(), drop.column());
        boolean none = column.filter(each -> each.defaultExpression().isEmpty()).isPresent();
        return none
                ? draft.done()
                : draft.narrows().mayUnless(column.isPresent()).done();
    }

    /** A stored value is computed anew for each row; INSERTs that rely on a value get none once it is gone. */
    private Effect generation(EffectDraft draft, DdlOperation.AlterGeneration alter) {
        Optional<Column> column = column(alter.table(), alter.column());
        boolean always = alter.detail().filter("ALWAYS"::equals).isPresent();
        return switch (alter.action()) {
            case SET_EXPRESSION ->
                column.filter(each -> each.generated().equals(Optional.of(Generated.VIRTUAL)))
                                .isPresent()
                        ? draft.narrows().done()
                        : draft.rewrites()
                                .narrows()
                                .mayUnless(column.isPresent())
                                .done();
            case ADD_IDENTITY ->
                always ? draft.narrows().done() : draft.widens().done();
            case ALTER_IDENTITY -> always ? draft.narrows().done() : draft.done();
            case DROP_EXPRESSION, DROP_IDENTITY -> draft.narrows().done();
        };
    }

    private Effect add(EffectDraft draft, DdlOperation.AddColumn add) {
        ColumnSpec column = add.column();
        if (add.ifNotExists() && column(add.table(), column.name()).isPresent()) {
            return draft.done();
        }
        if (isNarrow(column)) {
            draft.narrows();
        } else {
            draft.widens();
        }
        fill(draft, column);
        column.constraints().forEach(constraint -> inline(draft, column, constraint));
        return draft.done();
    }

    /** Whether the rows that exist need a value of their own. */
    private void fill(EffectDraft draft, ColumnSpec column) {
        Optional<Generated> generated = column.generated();
        boolean computed = generated.filter(each -> each != Generated.VIRTUAL).isPresent();
        if (computed || column.type().serial()) {
            draft.rewrites();
            return;
        }
        if (!column.type().builtIn()) {
            fillOfOwnType(draft, column.type());
        }
        Volatility volatility = column.defaultExpression().map(this::volatility).orElse(Volatility.STABLE);
        boolean storedAtOnce = column.defaultExpression().isPresent() && major < DEFAULT_WITHOUT_REWRITE;
        if (volatility == Volatility.VOLATILE || storedAtOnce) {
            draft.rewrites();
        } else if (volatility == Volatility.UNKNOWN) {
            draft.rewrites().may();
        }
        boolean missing = column.notNull() && !column.hasValueByDefault();
        if (missing && generated.isEmpty()) {
            draft.scans();
        } else if (column.notNull() && generated.isPresent()) {
            draft.scans().may();
        }
    }

    /** A function that a migration made is as volatile as each of its name declares. */
    private Volatility volatility(String expression) {
        Volatility read = SqlExpressions.volatility(expression);
        boolean declared = read == Volatility.UNKNOWN
                && SqlExpressions.otherFunctions(expression).stream().allMatch(this::isDeclaredStable);
        return declared ? Volatility.STABLE : read;
    }

    private boolean isDeclaredStable(ObjectName function) {
        List<SchemaObject> known = before.named(ObjectKind.FUNCTION, function);
        return !known.isEmpty()
                && known.stream()
                        .allMatch(each -> each.form()
                                .definition()
                                .filter(declared -> !declared.equals("volatile"))
                                .isPresent());
    }

    /** A domain with a CHECK rewrites even without a default; an enum does not. */
    private void fillOfOwnType(EffectDraft draft, DataType type) {
        Optional<TypeForm> form = before.type(type);
        boolean constrained = new Domains(before).refuses(type);
        if (form.isEmpty()) {
            draft.rewrites().may();
        } else if (constrained && type.dimensions() == 0) {
            draft.rewrites();
        } else if (constrained) {
            // The elements of an array are checked when one is made, and the rows that exist have none.
            return;
        } else if (form.get() instanceof TypeForm.Domain domain
                && domain.defaultExpression().map(SqlExpressions::volatility).orElse(Volatility.STABLE)
                        != Volatility.STABLE) {
            draft.rewrites().may();
        }
    }

    private void inline(EffectDraft draft, ColumnSpec column, ConstraintSpec constraint) {
        if (constraint instanceof ConstraintSpec.Check check && check.enforced()) {
            draft.scans();
        } else if (constraint instanceof ConstraintSpec.ForeignKey key) {
            draft.lock(key.referencedTable(), LockMode.SHARE_ROW_EXCLUSIVE);
            before.descendants(key.referencedTable()).forEach(each -> draft.lock(each, LockMode.SHARE_ROW_EXCLUSIVE));
            // A server spares the check only where no DEFAULT stands at all, be it NULL.
            boolean filled = column.defaultExpression().isPresent()
                    || column.generated().isPresent()
                    || column.type().serial();
            if (key.enforced() && filled) {
                draft.scans();
                ConstraintEffects.consult(draft, before, key.referencedTable());
            }
        } else if (constraint instanceof ConstraintSpec.Unique || constraint instanceof ConstraintSpec.PrimaryKey) {
            draft.buildsIndex();
        }
    }

    /** Whether INSERTs that do not name the column, or deletes of what it references, can fail. */
    private static boolean isNarrow(ColumnSpec column) {
        boolean ownValues = column.type().serial() || column.generated().isPresent();
        boolean constant = column.hasValueByDefault();
        if (column.notNull() && !constant && !ownValues) {
            return true;
        }
        return constant && column.constraints().stream().anyMatch(each -> !(each instanceof ConstraintSpec.Check));
    }

    private Effect drop(EffectDraft draft, DdlOperation.DropColumn drop) {
        Optional<Table> table = before.table(drop.table());
        draft.narrows().mayUnless(table.filter(Table::known).isPresent());
        TableEffects.referenced(table.stream()
                        .flatMap(each -> each.constraints().stream())
                        .filter(constraint -> constraint.mentions(drop.column())))
                .forEach(referenced -> draft.lock(referenced, LockMode.ACCESS_EXCLUSIVE));
        if (drop.cascade()) {
            referencing(drop.table(), drop.column())
                    .forEach(other -> draft.lock(other.name(), LockMode.ACCESS_EXCLUSIVE));
            before.viewsOf(drop.table(), drop.column())
                    .forEach(view -> draft.lock(view.name(), LockMode.ACCESS_EXCLUSIVE));
        }
        return draft.done();
    }

    private Stream<Table> referencing(ObjectName table, String column) {
        return before.referencing(table).stream()
                .filter(other -> other.constraints().stream()
                        .anyMatch(each -> before.referencedColumns(each, table).contains(column)));
    }

    private Optional<Column> column(ObjectName table, String column) {
        return before.table(table).flatMap(each -> each.column(column));
    }

    static boolean isForeignKeyOn(Constraint constraint, String column) {
        return constraint.spec() instanceof ConstraintSpec.ForeignKey key
                && key.columns().contains(column);
    }
}
