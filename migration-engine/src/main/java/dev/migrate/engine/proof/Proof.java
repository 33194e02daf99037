package dev.migrate.engine.proof;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Check;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.plan.Planner;
import dev.migrate.core.plan.Recorded;
import dev.migrate.core.plan.Undo;
import dev.migrate.core.plan.Unit;
import dev.migrate.engine.MigrateException.ToolFailure;
import dev.migrate.engine.catalog.Catalog;
import dev.migrate.engine.output.Words;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Runs every migration from an empty database, step by step as next to a running release, and each way back: the catalog
 * before and after it has to be the same. What fails is a finding at the step that failed.
 */
public final class Proof {
    private final MigrationGraph graph;
    private final String server;
    private final List<Finding> findings = new ArrayList<>();
    private int applied;
    private int undone;

    /**
     * A proof.
     *
     * @param server as messages name it
     */
    public Proof(MigrationGraph graph, String server) {
        this.graph = graph;
        this.server = server;
    }

    /**
     * What came of it.
     *
     * @param summary one line
     */
    public record Outcome(List<Finding> findings, String summary) {
        /** Copies the list. */
        public Outcome {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Runs the proof in a database of its own.
     *
     * @param url JDBC URL of a database on a server where the role may create databases
     */
    public Outcome run(String url) {
        try (ScratchDatabase scratch = ScratchDatabase.create(url)) {
            for (Migration migration : graph.migrations()) {
                if (!holds(new Trial(scratch.connection()), migration)) {
                    break;
                }
            }
        } catch (SQLException lost) {
            throw new ToolFailure(
                    lost, "the proof on " + server + " could not be finished", "found:  " + lost.getMessage());
        }
        return new Outcome(findings, summary());
    }

    private String summary() {
        int all = graph.migrations().size();
        return "proof on " + server + ": " + (applied == all ? "all" : applied + " of " + all) + " applied from empty, "
                + Words.count(undone, "way") + " back compared";
    }

    /** Whether the next migration can be tried after this one. */
    private boolean holds(Trial trial, Migration migration) throws SQLException {
        if (migration.app().isEmpty()) {
            return true;
        }
        Planner planner = new Planner(graph, migration.app().get());
        List<Unit> up = planner.forward(migration, false).units();
        SortedSet<String> before = catalog(trial.connection());
        Optional<Trial.Failure> failure = trial.run(up);
        if (failure.isPresent()) {
            findings.add(ProofFindings.upFails(migration, failure.get(), server, graph));
            return false;
        }
        applied++;
        refuseFailingChecks(trial, migration);
        Undo undo = wayBack(planner, migration);
        return undo.impossible().isPresent() || leadsBack(trial, migration, before, undo.units(), up);
    }

    /** As a rollback would make it, with everything before it applied. */
    private static Undo wayBack(Planner planner, Migration migration) {
        List<Recorded> history = new ArrayList<>();
        for (Migration earlier : planner.migrations()) {
            history.add(new Recorded(earlier.simpleName(), Recorded.State.APPLIED, "", 0));
            if (earlier.equals(migration)) {
                break;
            }
        }
        return planner.backward(history, Optional.empty()).get(0);
    }

    private boolean leadsBack(
            Trial trial, Migration migration, SortedSet<String> before, List<Unit> down, List<Unit> up)
            throws SQLException {
        Optional<Trial.Failure> failure = trial.run(down);
        if (failure.isPresent()) {
            findings.add(ProofFindings.downFails(migration, failure.get(), server));
            return false;
        }
        SortedSet<String> after = catalog(trial.connection());
        if (!after.equals(before)) {
            findings.add(ProofFindings.downDiffers(migration, without(after, before), without(before, after)));
            return false;
        }
        undone++;
        Optional<Trial.Failure> again = trial.run(up);
        again.ifPresent(second -> findings.add(ProofFindings.upFails(migration, second, server, graph)));
        return again.isEmpty();
    }

    private void refuseFailingChecks(Trial trial, Migration migration) throws SQLException {
        for (Check check : migration.checks()) {
            trial.ask(check.query(), check.place())
                    .ifPresent(failure -> findings.add(ProofFindings.checkFails(migration, failure, server)));
        }
    }

    private static SortedSet<String> catalog(Connection connection) throws SQLException {
        return Catalog.describe(connection).lines().collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> without(SortedSet<String> lines, SortedSet<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).toList();
    }
}
