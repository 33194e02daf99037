package dev.migrate.core.plan;

import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.graph.RunOperation;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Step;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.recipe.Backfill;
import dev.migrate.core.schema.Inverses;
import dev.migrate.core.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Makes the way back: as written, or each operation's inverse in reverse order. Values that a backfill filled in stay:
 * they stand where nothing stood.
 */
final class WayBack {
    private final MigrationGraph graph;

    WayBack(MigrationGraph graph) {
        this.graph = graph;
    }

    /** The way back of a migration that ran on the given schema. */
    Undo of(Migration migration, Schema before) {
        if (migration.irreversible().isPresent()) {
            return Undo.impossible(
                    migration, "is @Irreversible: " + migration.irreversible().get());
        }
        if (migration.down().isPresent()) {
            return new Undo(migration, Units.of(migration.down().get(), false), Optional.empty());
        }
        List<List<Unit.Statement>> inverses = new ArrayList<>();
        Schema schema = before;
        Step covered = null;
        for (RunOperation run : graph.operations(migration)) {
            Optional<String> written = written(run.step());
            if (written.isPresent()) {
                // The text undoes the whole step, however many operations it has.
                if (run.step() != covered) {
                    inverses.add(List.of(
                            new Unit.Statement(written.get(), run.placed().place())));
                }
                covered = run.step();
            } else {
                Optional<List<String>> inverse = inverse(run, schema);
                if (inverse.isEmpty()) {
                    return Undo.impossible(migration, reason(run.operation()));
                }
                inverses.add(inverse.get().stream()
                        .map(sql -> new Unit.Statement(sql, run.placed().place()))
                        .toList());
            }
            schema = schema.apply(run.operation());
        }
        Collections.reverse(inverses);
        return new Undo(
                migration,
                Units.ofStatements(inverses.stream().flatMap(List::stream).toList()),
                Optional.empty());
    }

    private static Optional<String> written(Step step) {
        return step instanceof Step.Statement statement ? statement.inverse() : Optional.empty();
    }

    private static Optional<List<String>> inverse(RunOperation run, Schema before) {
        DdlOperation operation = run.operation();
        boolean filledIn = operation instanceof DdlOperation.DataChange
                && run.step() instanceof Step.RecipeUse use
                && use.recipe() instanceof Backfill;
        if (filledIn) {
            return Optional.of(List.of());
        }
        return Inverses.losesData(operation) ? Optional.empty() : Inverses.of(operation, before);
    }

    private static String reason(DdlOperation operation) {
        if (operation instanceof DdlOperation.DropColumn drop) {
            return "removed " + drop.table() + "." + drop.column() + ", and no statement brings its values back";
        }
        if (operation instanceof DdlOperation.DropTable drop) {
            return "removed " + drop.table() + ", and no statement brings its rows back";
        }
        if (operation instanceof DdlOperation.DataChange change) {
            return "changed rows of " + change.table() + ", and what they held before is not known";
        }
        return "has a step whose inverse is not known (" + operation.getClass().getSimpleName() + ")";
    }
}
