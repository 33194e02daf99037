package dev.migrate.engine.apply;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.plan.MigrationPlan;
import dev.migrate.core.plan.Undo;
import dev.migrate.core.plan.Unit;
import dev.migrate.core.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A migration that an apply would run.
 *
 * @param plan as apply would run it
 * @param costs for each unit, for each of its statements
 * @param undo the way back; empty where the plan hides instead of dropping, and a rollback shows again what it hid
 */
record Planned(MigrationPlan plan, List<List<Cost>> costs, Optional<Undo> undo) {
    Planned {
        costs = costs.stream().map(List::copyOf).toList();
    }

    /** A planned migration and the schema after it. */
    record Next(Planned planned, Schema after) {}

    static Next of(MigrationPlan plan, Optional<Undo> undo, Schema before, int majorVersion) {
        Schema schema = before;
        Set<ObjectName> createdHere = new HashSet<>();
        List<List<Cost>> costs = new ArrayList<>();
        for (Unit unit : plan.units()) {
            List<Cost> ofUnit = new ArrayList<>();
            for (String sql : unit.statements()) {
                Cost.Step step = Cost.of(sql, schema, majorVersion, createdHere::contains);
                Cost.operations(sql).stream()
                        .filter(DdlOperation.CreateTable.class::isInstance)
                        .forEach(create -> createdHere.add(((DdlOperation.CreateTable) create).table()));
                ofUnit.add(step.cost());
                schema = step.after();
            }
            costs.add(ofUnit);
        }
        return new Next(new Planned(plan, costs, undo), schema);
    }

    /** Whether apply refuses it outside a maintenance window. */
    boolean needsWindow() {
        return plan.migration().maintenanceWindow() && !plan.direct();
    }

    /** Whether somebody waits for work that grows with a table. */
    boolean holdsUp() {
        return !plan.direct() && costs.stream().flatMap(List::stream).anyMatch(Cost::holdsUp);
    }
}
