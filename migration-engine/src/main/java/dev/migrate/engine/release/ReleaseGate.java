package dev.migrate.engine.release;

import dev.migrate.core.operation.Identifiers;
import dev.migrate.engine.MigrateException.ToolFailure;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.backfill.BackfillJournal;
import dev.migrate.engine.release.Releases.Release;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The gate of a contract: it opens by evidence. What the contract removes may still be named by any live release that
 * does not contain the expand, and by whoever nobody recorded; so the evidence is a release with the expand that was
 * deployed, and the end of those without.
 */
public final class ReleaseGate {
    private ReleaseGate() {}

    /**
     * A contract before its gate.
     *
     * @param expandComplete whether the history has the expand as complete
     * @param beingApplied the label of the release that this run applies, if it was named: it is no evidence for itself
     */
    public record Question(String contract, String expand, boolean expandComplete, Optional<String> beingApplied) {
        /** Refuses null. */
        public Question {
            Objects.requireNonNull(contract, "contract");
            Objects.requireNonNull(expand, "expand");
            Objects.requireNonNull(beingApplied, "beingApplied");
        }
    }

    /**
     * What the contract waits for.
     *
     * @return words that complete "waits for …", naming the evidence that is missing; empty if the gate is open
     */
    public static Optional<String> waitsFor(Connection connection, ReleaseScope scope, Question question) {
        if (!question.expandComplete()) {
            return Optional.of(question.expand() + " to be complete before a release");
        }
        if (!BackfillJournal.allConverged(connection, scope.tables(), scope.app(), scope.schema(), question.expand())) {
            return Optional.of("the backfill of " + question.expand() + " to converge");
        }
        return missingRelease(Releases.list(connection, scope), question);
    }

    private static Optional<String> missingRelease(List<Release> releases, Question question) {
        List<Release> others = releases.stream()
                .filter(release -> !Optional.of(release.name()).equals(question.beingApplied()))
                .toList();
        List<Release> withExpand = others.stream()
                .filter(release -> release.migrations().contains(question.expand()))
                .toList();
        if (withExpand.isEmpty()) {
            String found = releases.isEmpty() ? "none is recorded" : "recorded are " + Releases.names(releases);
            return Optional.of("a recorded release that contains " + question.expand() + ": " + found);
        }
        List<Release> liveWithout = others.stream()
                .filter(release -> !release.retired())
                .filter(release -> !release.migrations().contains(question.expand()))
                .toList();
        return liveWithout.isEmpty()
                ? Optional.empty()
                : Optional.of("release " + Releases.names(liveWithout) + " to be retired: it does not contain "
                        + question.expand());
    }

    /**
     * Records that somebody opened a shut gate.
     *
     * @param waitedFor what the gate said
     * @throws UserFailure if no reason is given
     */
    public static void force(
            Connection connection, ReleaseScope scope, String contract, String waitedFor, String because, String by) {
        if (because.isBlank()) {
            throw new UserFailure(
                    "the gate of " + contract + " is not forced without a reason",
                    "note:   it waits for " + waitedFor,
                    "fix:    -Dmigrate.because=\"…\"");
        }
        try {
            ReleaseTables.prepare(connection, scope);
            Sql.execute(
                    connection,
                    "INSERT INTO " + scope.table("gate_forced") + " (app, schema, name, waited_for, because, forced_by)"
                            + " VALUES (" + scope.values() + ", " + Identifiers.literal(contract) + ", "
                            + Identifiers.literal(waitedFor) + ", " + Identifiers.literal(because.strip()) + ", "
                            + Identifiers.literal(by) + ")");
        } catch (SQLException failed) {
            throw new ToolFailure(failed, "the forced gate cannot be recorded: " + failed.getMessage());
        }
    }
}
