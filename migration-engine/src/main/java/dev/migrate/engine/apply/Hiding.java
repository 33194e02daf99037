package dev.migrate.engine.apply;

import dev.migrate.core.plan.MigrationPlan;
import dev.migrate.core.plan.Planner;
import dev.migrate.engine.database.Session;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.Ledger;
import dev.migrate.engine.release.HiddenContracts;
import dev.migrate.engine.release.ReleaseScope;

/** On a production database a contract hides columns first: somebody may want them back. */
final class Hiding {
    private Hiding() {}

    /** The plan as it runs there. */
    static MigrationPlan hidden(
            Workplace.Tools tools,
            Session session,
            History.Scope scope,
            Ledger ledger,
            Planner planner,
            MigrationPlan plan) {
        if (!Planner.contract(plan.migration()) || Environment.development(tools, ledger)) {
            return plan;
        }
        return HiddenContracts.hiding(
                session.connection(),
                new ReleaseScope(scope.tables(), scope.app(), scope.schema()),
                plan,
                planner.expandOf(plan.migration()));
    }
}
