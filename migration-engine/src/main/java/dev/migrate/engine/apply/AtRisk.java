package dev.migrate.engine.apply;

import dev.migrate.api.Hazard;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.graph.RunOperation;
import dev.migrate.core.migration.Acceptance;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.Effect;
import dev.migrate.core.operation.Effects;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.plan.MigrationPlan;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.sql.SqlNames;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the pending migrations put at risk: the tables that a step narrows or empties, and those for which somebody accepted a
 * hazard.
 *
 * @param tables as the migrations name them; some may not be there yet
 * @param unread migrations with SQL that cannot be read, so that nobody knows their tables
 */
record AtRisk(Set<ObjectName> tables, Set<String> unread) {
    /**
     * Finds them.
     *
     * @param start the schema before the first of the plans
     */
    static AtRisk of(MigrationGraph graph, List<MigrationPlan> plans, Schema start, int majorVersion) {
        AtRisk risk = new AtRisk(new LinkedHashSet<>(), new LinkedHashSet<>());
        Schema schema = start;
        for (MigrationPlan plan : plans) {
            Migration migration = plan.migration();
            Set<ObjectName> createdHere = new HashSet<>();
            for (RunOperation run : graph.operations(migration)) {
                risk.add(migration, run.operation(), schema, majorVersion, createdHere);
                schema = schema.apply(run.operation());
            }
            migration.accepted().forEach(acceptance -> risk.add(migration, acceptance));
        }
        return risk;
    }

    private void add(
            Migration migration, DdlOperation operation, Schema before, int majorVersion, Set<ObjectName> createdHere) {
        if (operation instanceof DdlOperation.CreateTable create) {
            createdHere.add(create.table());
        } else if (operation instanceof DdlOperation.Opaque) {
            unread.add(migration.simpleName());
        } else if (operation instanceof DdlOperation.DataChange change && change.cascade()) {
            // TRUNCATE empties these too; an acceptance names only the table that it begins at.
            tables.add(change.table());
            tables.addAll(before.referencingAtAnyDistance(change.table()));
        }
        Effect effect = Effects.of(operation, before, majorVersion, createdHere::contains);
        if (effect.manner() == Effect.Manner.NARROWS) {
            Effects.table(operation, before).ifPresent(tables::add);
        }
    }

    private void add(Migration migration, Acceptance acceptance) {
        if (acceptance.hazard() == Hazard.UNREAD_STATEMENT) {
            unread.add(migration.simpleName());
            return;
        }
        // As a finding names it, and as a statement would: of the two at most one is a table in most databases.
        tables.add(asFound(acceptance.on()));
        SqlNames.written(acceptance.on()).ifPresent(tables::add);
    }

    private static ObjectName asFound(String on) {
        int dot = on.indexOf('.');
        return dot < 0 ? ObjectName.of(on) : ObjectName.of(on.substring(0, dot), on.substring(dot + 1));
    }
}
