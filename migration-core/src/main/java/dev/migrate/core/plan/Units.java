package dev.migrate.core.plan;

import dev.migrate.core.migration.Place;
import dev.migrate.core.migration.Step;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.Identifiers;
import dev.migrate.core.operation.OperationSql;
import dev.migrate.core.recipe.Backfill;
import dev.migrate.core.recipe.Recipe;
import dev.migrate.core.sql.SqlReader;
import dev.migrate.core.sql.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts steps into units: one transaction for all of them where PostgreSQL allows it, else as few as possible. On a
 * direct run, where nobody else uses the schema, recipes take the short way to the same end.
 */
final class Units {
    private final boolean direct;
    private final List<Unit> units = new ArrayList<>();
    private final List<Unit.Statement> open = new ArrayList<>();

    private Units(boolean direct) {
        this.direct = direct;
    }

    static List<Unit> of(List<Step> steps, boolean direct) {
        Units cut = new Units(direct);
        steps.forEach(cut::add);
        return cut.finish();
    }

    /** The second half of what an expand declared: its recipes' halves, then what it declares by hand. */
    static List<Unit> ofContract(List<Step> expandSteps, List<Step> atContract, boolean direct) {
        Units cut = new Units(direct);
        for (Step step : expandSteps) {
            if (step instanceof Step.RecipeUse use) {
                use.recipe().contractOperations().forEach(operation -> cut.addOperation(operation, use.place()));
            }
        }
        atContract.forEach(cut::add);
        return cut.finish();
    }

    /** Statements that were made, each alone where it says CONCURRENTLY. */
    static List<Unit> ofStatements(List<Unit.Statement> statements) {
        Units cut = new Units(false);
        for (Unit.Statement statement : statements) {
            Optional<Unit> concurrent = SqlReader.read(statement.sql()).stream()
                    .flatMap(read -> read.operations().stream())
                    .flatMap(spanned -> concurrently(spanned.operation(), statement.place()).stream())
                    .findFirst();
            if (concurrent.isPresent()) {
                cut.alone(concurrent.get());
            } else {
                cut.addStatement(statement, validates(statement.sql()));
            }
        }
        return cut.finish();
    }

    private static boolean validates(String sql) {
        return SqlReader.read(sql).stream()
                .flatMap(read -> read.operations().stream())
                .anyMatch(spanned -> spanned.operation() instanceof DdlOperation.ValidateConstraint);
    }

    private static Optional<Unit> concurrently(DdlOperation operation, Place place) {
        if (operation instanceof DdlOperation.CreateIndex index && index.concurrently()) {
            return Optional.of(IndexStatements.build(index, place));
        }
        return operation instanceof DdlOperation.DropIndex drop && drop.concurrently()
                ? Optional.of(IndexStatements.drop(drop.index(), place))
                : Optional.empty();
    }

    private static Unit.Statement statement(DdlOperation operation, Place place) {
        String sql = OperationSql.quoted()
                .statement(operation)
                .orElseThrow(() -> new IllegalArgumentException("no statement for " + operation));
        return new Unit.Statement(sql, place);
    }

    private void add(Step step) {
        if (step instanceof Step.RecipeUse use) {
            addRecipe(use.recipe(), use);
        } else if (step instanceof Step.Statement statement) {
            addStatement(statement);
        }
    }

    private void addStatement(Step.Statement step) {
        Unit.Statement statement = new Unit.Statement(
                step.sql().orElseThrow(() -> new IllegalArgumentException("a statement whose text is not known")),
                step.place());
        if (step.doneWhen().isPresent()) {
            alone(new Unit.Alone(statement, step.doneWhen().get(), Optional.empty(), concurrent(statement.sql())));
        } else {
            addStatement(statement, validates(step));
        }
    }

    /** VALIDATE scans the table; the locks of other statements must not be held meanwhile. */
    private void addStatement(Unit.Statement statement, boolean validates) {
        if (!validates || direct) {
            open.add(statement);
            return;
        }
        closeTransaction();
        open.add(statement);
        closeTransaction();
    }

    private void addOperation(DdlOperation operation, Place place) {
        Optional<Unit> concurrent = concurrently(operation, place);
        if (concurrent.isEmpty()) {
            addStatement(statement(operation, place), operation instanceof DdlOperation.ValidateConstraint);
        } else if (direct) {
            open.add(IndexStatements.inTransaction(operation, place));
        } else {
            alone(concurrent.get());
        }
    }

    private void addRecipe(Recipe recipe, Step.RecipeUse use) {
        if (recipe instanceof Backfill backfill) {
            addBackfill(backfill, use);
            return;
        }
        recipe.operations().forEach(operation -> addOperation(operation, use.place()));
    }

    private void addBackfill(Backfill backfill, Step.RecipeUse use) {
        for (DdlOperation operation : backfill.operations()) {
            if (operation instanceof DdlOperation.SetDefault) {
                open.add(statement(operation, use.place()));
            }
        }
        if (direct && backfill.setting().isPresent()) {
            String column = Identifiers.quote(backfill.column());
            open.add(new Unit.Statement(
                    "UPDATE " + Identifiers.quote(backfill.table()) + " SET " + column + " = ("
                            + backfill.setting().get() + ") WHERE " + column + " IS NULL",
                    use.place()));
        } else {
            alone(new Unit.Batches(backfill, use.place()));
        }
    }

    private static boolean concurrent(String sql) {
        return SqlTokens.normalise(sql).contains("concurrently");
    }

    private static boolean validates(Step step) {
        return step.operations().stream()
                .anyMatch(placed -> placed.operation() instanceof DdlOperation.ValidateConstraint);
    }

    private void alone(Unit unit) {
        closeTransaction();
        units.add(unit);
    }

    private void closeTransaction() {
        if (!open.isEmpty()) {
            units.add(new Unit.Transaction(open));
            open.clear();
        }
    }

    private List<Unit> finish() {
        closeTransaction();
        return List.copyOf(units);
    }
}
