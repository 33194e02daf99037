package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.core.operation.DataType;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.DdlOperation.RenameColumn;
import dev.migrate.core.operation.DdlOperation.RenameTable;
import dev.migrate.core.rule.Draft;
import java.util.Optional;

/**
 * Flags a column or table renamed in place, also in a contract: no release can live with both names. Silent for what is
 * as new as the migration.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-alter.html#DDL-ALTER-RENAMING-COLUMN">Renaming a Column</a>
 */
final class RenameBreaksRunningRelease extends SafetyRule<DdlOperation> {
    RenameBreaksRunningRelease() {
        super(Hazard.RENAME_BREAKS_RUNNING_RELEASE, DdlOperation.class);
    }

    @Override
    Optional<Draft> check(DdlOperation operation, OperationContext context) {
        if (operation instanceof RenameColumn rename) {
            return column(rename, context);
        }
        return operation instanceof RenameTable rename ? table(rename, context) : Optional.empty();
    }

    private Optional<Draft> column(RenameColumn rename, OperationContext context) {
        if (context.columnIsNew(rename.table(), rename.column())) {
            return Optional.empty();
        }
        String column = rename.table() + "." + rename.column();
        return Optional.of(context.draft(
                        hazard(),
                        rename.table(),
                        "renaming " + column + " to " + rename.newName() + " breaks the running release")
                .effect("statements that name " + column + " fail as soon as this runs, and those of the next release"
                        + " fail until it has run")
                .fix(Replacement.of(
                        context,
                        rename.table(),
                        rename.column(),
                        rename.newName(),
                        type(rename, context),
                        rename.column())));
    }

    private static DataType type(RenameColumn rename, OperationContext context) {
        return Replacement.knownType(context, rename.table(), rename.column()).orElse(DataType.of("text"));
    }

    private Optional<Draft> table(RenameTable rename, OperationContext context) {
        if (context.createdHere(rename.table())) {
            return Optional.empty();
        }
        return Optional.of(context.draft(
                        hazard(),
                        rename.table(),
                        "renaming " + rename.table() + " to " + rename.newName() + " breaks the running release")
                .effect("every statement that names " + rename.table() + " fails as soon as this runs, and those of the"
                        + " next release fail until it has run")
                .fix("keep the name in the database, and give the new one to the Java class only"));
    }
}
