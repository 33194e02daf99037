package dev.migrate.engine.release;

import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Step;
import dev.migrate.core.operation.OperationSql;
import dev.migrate.core.plan.MigrationPlan;
import dev.migrate.core.plan.Undo;
import dev.migrate.core.plan.Unit;
import dev.migrate.core.recipe.Recipe;
import dev.migrate.core.recipe.RetireColumn;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Contracts that hide what they would drop, where somebody may want it back. */
public final class HiddenContracts {
    private HiddenContracts() {}

    /**
     * The plan of a contract with each retired column hidden instead of dropped; its fingerprint stays. A direct plan is
     * given back as it is: nobody uses the schema yet.
     *
     * @param expand the contract's first half
     * @throws dev.migrate.engine.MigrateException.UserFailure if something in the database needs a column
     */
    public static MigrationPlan hiding(
            Connection connection, ReleaseScope scope, MigrationPlan plan, Migration expand) {
        if (plan.direct()) {
            return plan;
        }
        Map<String, RetireColumn> drops = drops(expand);
        List<Unit> units = new ArrayList<>();
        for (Unit unit : plan.units()) {
            units.add(
                    unit instanceof Unit.Transaction transaction
                            ? hiding(connection, scope, plan.name(), transaction, drops)
                            : unit);
        }
        return new MigrationPlan(plan.migration(), plan.fingerprint(), units, false);
    }

    /**
     * The way back of a contract that hid columns: they get their names, defaults and constraints again. An undo that is
     * possible without, or of a contract that did more than hide, is given back as it is.
     *
     * @throws dev.migrate.engine.MigrateException.UserFailure if a column was dropped meanwhile or cannot be as it was
     */
    public static Undo restoring(Connection connection, ReleaseScope scope, Undo undo, Migration expand) {
        boolean onlyRetires = expand.atContract().isEmpty()
                && expand.up().stream()
                        .filter(Step.RecipeUse.class::isInstance)
                        .map(step -> ((Step.RecipeUse) step).recipe())
                        .filter(Recipe::paired)
                        .allMatch(RetireColumn.class::isInstance);
        if (undo.impossible().isEmpty() || !onlyRetires) {
            return undo;
        }
        List<String> statements = Tombstones.restore(connection, scope, undo.name());
        if (statements.isEmpty()) {
            return undo;
        }
        List<Unit.Statement> parts = statements.stream()
                .map(sql -> new Unit.Statement(sql, undo.migration().place()))
                .toList();
        return new Undo(undo.migration(), List.of(new Unit.Transaction(parts)), Optional.empty());
    }

    private static Unit hiding(
            Connection connection,
            ReleaseScope scope,
            String contract,
            Unit.Transaction transaction,
            Map<String, RetireColumn> drops) {
        List<Unit.Statement> parts = new ArrayList<>();
        for (Unit.Statement part : transaction.parts()) {
            RetireColumn retired = drops.get(part.sql());
            if (retired == null) {
                parts.add(part);
            } else {
                Tombstones.hide(connection, scope, contract, retired)
                        .forEach(sql -> parts.add(new Unit.Statement(sql, part.place())));
            }
        }
        return new Unit.Transaction(parts);
    }

    /** The recipes of the expand by the statement that their second half is planned as. */
    private static Map<String, RetireColumn> drops(Migration expand) {
        Map<String, RetireColumn> drops = new HashMap<>();
        for (Step step : expand.up()) {
            if (step instanceof Step.RecipeUse use && use.recipe() instanceof RetireColumn retire) {
                retire.contractOperations()
                        .forEach(operation ->
                                OperationSql.quoted().statement(operation).ifPresent(sql -> drops.put(sql, retire)));
            }
        }
        return drops;
    }
}
