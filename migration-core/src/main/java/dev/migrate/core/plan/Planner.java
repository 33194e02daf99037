package dev.migrate.core.plan;

import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.graph.RunOperation;
import dev.migrate.core.migration.Kind;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Step;
import dev.migrate.core.recipe.Recipe;
import dev.migrate.core.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** From the graph and the recorded history to what runs next. */
public final class Planner {
    private final MigrationGraph graph;
    private final String app;

    /** Plans an app's migrations. */
    public Planner(MigrationGraph graph, String app) {
        this.graph = graph;
        this.app = app;
    }

    /** The app's migrations in their order. */
    public List<Migration> migrations() {
        return graph.migrations(app);
    }

    /** What the migration runs. */
    public MigrationPlan forward(Migration migration, boolean direct) {
        if (!contract(migration)) {
            return new MigrationPlan(migration, Fingerprint.of(migration), Units.of(migration.up(), direct), direct);
        }
        Migration expand = expandOf(migration);
        return new MigrationPlan(
                migration,
                Fingerprint.ofContract(expand),
                Units.ofContract(expand.up(), expand.atContract(), direct),
                direct);
    }

    /**
     * The way back of complete migrations, the last first.
     *
     * @param keep the last to keep by its number; empty for none
     * @return those to be undone; a baseline is never undone
     */
    public List<Undo> backward(List<Recorded> history, Optional<Migration> keep) {
        Map<String, Migration> byName =
                migrations().stream().collect(Collectors.toMap(Migration::simpleName, Function.identity()));
        WayBack wayBack = new WayBack(graph);
        List<Undo> undos = new ArrayList<>();
        Schema schema = Schema.empty();
        for (Recorded row : history) {
            Migration migration = byName.get(row.name());
            if (migration == null) {
                continue;
            }
            boolean goes = row.state() != Recorded.State.BASELINE
                    && keep.map(kept -> MigrationGraph.before(kept, migration)).orElse(true);
            if (goes) {
                undos.add(wayBack.of(migration, schema));
            }
            schema = schema.apply(graph.operations(migration).stream()
                    .map(RunOperation::operation)
                    .toList());
        }
        Collections.reverse(undos);
        return undos;
    }

    /** The schema that complete migrations made, in the order in which they ran. */
    public Schema schema(List<Recorded> history) {
        Map<String, Migration> byName =
                migrations().stream().collect(Collectors.toMap(Migration::simpleName, Function.identity()));
        Schema schema = Schema.empty();
        for (Recorded row : history) {
            Migration migration = byName.get(row.name());
            if (migration != null && row.state().complete()) {
                schema = schema.apply(graph.operations(migration).stream()
                        .map(RunOperation::operation)
                        .toList());
            }
        }
        return schema;
    }

    /** The fingerprint alone. */
    public Fingerprint fingerprint(Migration migration) {
        return contract(migration) ? Fingerprint.ofContract(expandOf(migration)) : Fingerprint.of(migration);
    }

    /** Those that are not complete, in order, up to and with the named last one. */
    public List<Migration> pending(List<Recorded> history, Optional<String> last) {
        Map<String, Recorded> recorded = byName(history);
        List<Migration> pending = new ArrayList<>();
        for (Migration migration : migrations()) {
            Recorded row = recorded.get(migration.simpleName());
            if (row == null || !row.state().complete()) {
                pending.add(migration);
            }
            if (last.filter(migration.simpleName()::equals).isPresent()) {
                break;
            }
        }
        return pending;
    }

    /** Recorded migrations whose content is another one now. A form of fingerprint that is not known is not compared. */
    public List<Migration> edited(List<Recorded> history) {
        Map<String, Recorded> recorded = byName(history);
        return migrations().stream()
                .filter(migration -> {
                    Recorded row = recorded.get(migration.simpleName());
                    return row != null
                            && row.state() != Recorded.State.BASELINE
                            && row.form() == Fingerprint.FORM
                            && !row.fingerprint().equals(fingerprint(migration).text());
                })
                .toList();
    }

    /** Names that were applied or begun, and that no class has. */
    public List<String> missing(List<Recorded> history) {
        Set<String> present = migrations().stream().map(Migration::simpleName).collect(Collectors.toSet());
        return history.stream()
                .map(Recorded::name)
                .filter(name -> !present.contains(name))
                .sorted()
                .toList();
    }

    /** Pending migrations that are ordered before one that is complete. */
    public List<Migration> late(List<Migration> pending, List<Recorded> history) {
        Map<String, Recorded> recorded = byName(history);
        List<Migration> complete = migrations().stream()
                .filter(migration -> {
                    Recorded row = recorded.get(migration.simpleName());
                    return row != null && row.state() == Recorded.State.APPLIED;
                })
                .toList();
        return pending.stream()
                .filter(migration -> !recorded.containsKey(migration.simpleName()))
                .filter(migration -> !contract(migration))
                .filter(migration -> complete.stream().anyMatch(done -> MigrationGraph.before(migration, done)))
                .toList();
    }

    /**
     * Why a migration cannot run before others that wait: it names one of them, is the second half of one, or touches
     * what one of them removes.
     */
    public Optional<String> waitsFor(Migration migration, List<Migration> waiting) {
        for (Migration other : waiting) {
            boolean named = migration.dependsOn().contains(other.className());
            boolean secondHalf =
                    migration.of().filter(other.className()::equals).isPresent();
            if (named || secondHalf) {
                return Optional.of(other.simpleName());
            }
            if (touches(migration, removedBy(other))) {
                return Optional.of(other.simpleName());
            }
        }
        return Optional.empty();
    }

    /** The expand of a contract. */
    public Migration expandOf(Migration contract) {
        return graph.expandOf(contract)
                .orElseThrow(() -> new IllegalArgumentException(contract.simpleName() + " names no @Expand"));
    }

    /** Whether it is the second half of a pair. */
    public static boolean contract(Migration migration) {
        return migration.kinds().contains(Kind.CONTRACT);
    }

    private Set<Touched> removedBy(Migration migration) {
        if (!contract(migration)) {
            return Set.of();
        }
        return graph.operations(migration).stream()
                .flatMap(run -> Touched.removedBy(run.placed().operation()).stream())
                .collect(Collectors.toSet());
    }

    private boolean touches(Migration migration, Set<Touched> removed) {
        if (removed.isEmpty()) {
            return false;
        }
        Set<Touched> touched = new HashSet<>();
        graph.operations(migration)
                .forEach(run -> touched.addAll(Touched.by(run.placed().operation())));
        for (Step step : migration.up()) {
            if (step instanceof Step.RecipeUse use) {
                touched.addAll(touchedBy(use.recipe()));
            }
        }
        return touched.stream().anyMatch(one -> removed.stream().anyMatch(one::meets));
    }

    private static Set<Touched> touchedBy(Recipe recipe) {
        return recipe instanceof dev.migrate.core.recipe.Backfill backfill
                ? Set.of(Touched.column(backfill.table(), backfill.column()))
                : Set.of();
    }

    private static Map<String, Recorded> byName(List<Recorded> history) {
        return history.stream().collect(Collectors.toMap(Recorded::name, Function.identity()));
    }
}
