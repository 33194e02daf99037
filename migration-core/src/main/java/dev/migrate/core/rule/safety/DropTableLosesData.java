package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.core.migration.Kind;
import dev.migrate.core.operation.DdlOperation.DropTable;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.JavaText;
import dev.migrate.core.rule.Language;
import java.util.Optional;

/**
 * Flags a table that is dropped outside a contract, or with CASCADE. Silent for a table created in the same migration.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-droptable.html">DROP TABLE</a>
 */
final class DropTableLosesData extends SafetyRule<DropTable> {
    DropTableLosesData() {
        super(Hazard.DROP_TABLE_LOSES_DATA, DropTable.class);
    }

    @Override
    Optional<Draft> check(DropTable drop, OperationContext context) {
        if (context.createdHere(drop.table()) || (context.inContract() && !drop.cascade())) {
            return Optional.empty();
        }
        String table = drop.table().toString();
        Cascade cascade = Cascade.ofTable(drop.table(), context.before());
        if (context.inContract()) {
            return Optional.of(cascade.refused(hazard(), drop, context));
        }
        Draft draft = context.draft(
                        hazard(),
                        drop.table(),
                        "dropping " + table + " loses its rows and breaks the running release where it uses them")
                .effect("the rows of " + table
                        + " are gone, and every statement that names it fails as soon as this runs");
        return Optional.of(advised(drop.cascade() ? draft.effect(cascade.effect()) : draft, drop, context));
    }

    private static Draft advised(Draft draft, DropTable drop, OperationContext context) {
        return Language.isSql(context.author())
                ? draft.needed("a release that is deployed everywhere and does not name " + drop.table())
                        .fix(
                                "take " + drop.table() + " out of the code and deploy that;",
                                "then drop it in a later file, and say there that no release needs it")
                : draft.needed("an @Expand that declares it, and its @Contract in a later release")
                        .fix(declared(drop, context));
    }

    private static String[] declared(DropTable drop, OperationContext context) {
        String step = JavaText.atContract(Fix.statement(drop));
        String irreversible = "@Irreversible(because = \"…\") on "
                + context.author().simpleName() + ", because no inverse brings rows back";
        return context.author().kinds().contains(Kind.EXPAND)
                ? new String[] {step, irreversible}
                : new String[] {
                    "in this place, with @Expand on " + context.author().simpleName() + ":", step, irreversible
                };
    }
}
