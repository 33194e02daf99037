package dev.migrate.core.rule.safety;

import dev.migrate.api.Hazard;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Kind;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Step;
import dev.migrate.core.operation.DdlOperation.DropColumn;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.recipe.RetireColumn;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.JavaText;
import dev.migrate.core.rule.Language;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Flags a column that is dropped without an expand before it, or with CASCADE. Silent for what else a contract runs, and
 * for a column that is as new as the migration.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-alter.html#DDL-ALTER-REMOVING-A-COLUMN">Removing a Column</a>
 */
final class DropColumnBeforeExpand extends SafetyRule<DropColumn> {
    DropColumnBeforeExpand() {
        super(Hazard.DROP_COLUMN_BEFORE_EXPAND, DropColumn.class);
    }

    @Override
    Optional<Draft> check(DropColumn drop, OperationContext context) {
        if (context.columnIsNew(drop.table(), drop.column()) || (context.inContract() && !drop.cascade())) {
            return Optional.empty();
        }
        String column = drop.table() + "." + drop.column();
        Cascade cascade = Cascade.ofColumn(drop.table(), drop.column(), context.before());
        if (context.inContract()) {
            return Optional.of(cascade.refused(hazard(), drop, context));
        }
        Optional<Migration> expand =
                retiring(context).filter(other -> retires(other, drop)).findFirst();
        Draft draft = context.draft(hazard(), drop.table(), headline(column, expand, context.author()))
                .effect("statements of the running release that name " + column
                        + " fail as soon as this runs, and its data is gone");
        Draft whole = drop.cascade() ? draft.effect(cascade.effect()) : draft;
        if (Language.isSql(context.author())) {
            return Optional.of(inLaterFile(whole, column));
        }
        return Optional.of(expand.map(found -> asItsContract(whole, found, drop, context))
                .orElseGet(() -> asExpand(whole, drop, context)));
    }

    private static Draft inLaterFile(Draft draft, String column) {
        return draft.needed("a release that is deployed everywhere and does not name " + column)
                .fix(
                        "take " + column
                                + " out of the code and deploy that, with a default or without NOT NULL meanwhile;",
                        "then drop it in a later file, and say there that no release needs it");
    }

    private static String headline(String column, Optional<Migration> expand, Migration author) {
        return Language.isSql(author)
                ? "dropping " + column + " loses its data and breaks the running release where it uses it"
                : "cannot drop " + column + ": " + missing(expand, author);
    }

    private static String missing(Optional<Migration> expand, Migration author) {
        return expand.map(found -> author.simpleName() + " is not the contract of " + found.simpleName())
                .orElse("no earlier @Expand retires it");
    }

    private static Draft asItsContract(Draft draft, Migration expand, DropColumn drop, OperationContext context) {
        return draft.found(expand.simpleName() + " retires " + drop.table() + "." + drop.column())
                .fix(
                        "without a body, in a release after that of " + expand.simpleName() + ":",
                        "@Contract(of = " + expand.simpleName() + ".class)",
                        "public final class " + context.author().simpleName() + " implements ContractMigration {}");
    }

    private static Draft asExpand(Draft draft, DropColumn drop, OperationContext context) {
        String name = context.author().simpleName();
        Draft explained = draft.needed("an @Expand that retires the column, and its @Contract in a later release")
                .fix(
                        "in this place, with @Expand on " + name + ":",
                        "steps.add(retireColumn("
                                + JavaText.literals(List.of(drop.table().toString(), drop.column())) + "));",
                        "in a later release: @Contract(of = " + name + ".class) on a ContractMigration");
        return nearMiss(drop, context).map(explained::found).orElse(explained);
    }

    private static Optional<String> nearMiss(DropColumn drop, OperationContext context) {
        return retiring(context)
                .flatMap(migration -> retirements(migration)
                        .filter(retire -> ObjectName.of(retire.table()).equals(drop.table()))
                        .map(retire -> migration.simpleName() + " retires " + retire.table() + "." + retire.column()))
                .reduce((one, other) -> other);
    }

    private static Stream<Migration> retiring(OperationContext context) {
        List<Migration> app =
                context.author().app().map(context.graph()::migrations).orElse(List.of());
        return app.stream()
                .filter(other -> other.kinds().contains(Kind.EXPAND))
                .filter(other -> MigrationGraph.before(other, context.author()));
    }

    private static boolean retires(Migration expand, DropColumn drop) {
        return retirements(expand)
                .anyMatch(retire -> ObjectName.of(retire.table()).equals(drop.table())
                        && retire.column().equals(drop.column()));
    }

    private static Stream<RetireColumn> retirements(Migration migration) {
        return migration.up().stream()
                .filter(Step.RecipeUse.class::isInstance)
                .map(step -> ((Step.RecipeUse) step).recipe())
                .filter(RetireColumn.class::isInstance)
                .map(RetireColumn.class::cast);
    }
}
