package dev.migrate.engine.proof;

import dev.migrate.api.Hazard.Category;
import dev.migrate.core.finding.Finding;
import dev.migrate.core.finding.Finding.Certainty;
import dev.migrate.core.finding.Finding.Level;
import dev.migrate.core.finding.Finding.Line;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Place;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.engine.output.Words;
import java.util.ArrayList;
import java.util.List;

/** What a proof says when it fails. Each name is the name of a page, too. */
final class ProofFindings {
    /** A statement of {@code up} fails. */
    static final String UP_FAILS = "UpFails";
    /** A statement of the way back fails. */
    static final String DOWN_FAILS = "DownFails";
    /** The way back leads elsewhere. */
    static final String DOWN_DIFFERS = "DownDiffers";
    /** A query of {@code verify} fails. */
    static final String VERIFY_FAILS = "VerifyFails";
    /** What the migrations need is not made by them. */
    static final String NOT_PROVEN = "NotProven";

    private static final int SHOWN = 10;

    private ProofFindings() {}

    static Finding upFails(Migration migration, Trial.Failure failure, String server, MigrationGraph graph) {
        if (failure.namesWhatIsMissing() && adoptsExistingTables(graph)) {
            return finding(
                    NOT_PROVEN,
                    Level.INFO,
                    migration,
                    failure.place(),
                    migration.simpleName() + " and what follows are not proven: " + failure.reason(),
                    new Line("effect", "the migrations build on objects that none of them creates"),
                    new Line("note", "an existing database is adopted with migrate:baseline; prove it on a copy"));
        }
        return finding(
                UP_FAILS,
                Level.ERROR,
                migration,
                failure.place(),
                migration.simpleName() + " fails on an empty database: " + failure.reason(),
                new Line("effect", "apply stops at this step, and everything after it waits"),
                found(failure, server));
    }

    static Finding downFails(Migration migration, Trial.Failure failure, String server) {
        return finding(
                DOWN_FAILS,
                Level.ERROR,
                migration,
                failure.place(),
                "the way back of " + migration.simpleName() + " fails: " + failure.reason(),
                new Line("effect", "after an apply that has to be undone, migrate:rollback stops here"),
                found(failure, server),
                new Line("fix", "correct down, or @Irreversible(because = \"…\") on the class"));
    }

    static Finding downDiffers(Migration migration, List<String> left, List<String> lost) {
        List<String> lines = new ArrayList<>();
        left.forEach(line -> lines.add("left behind: " + line));
        lost.forEach(line -> lines.add("not back:    " + line));
        return finding(
                DOWN_DIFFERS,
                Level.ERROR,
                migration,
                migration.place(),
                "the way back of " + migration.simpleName() + " does not lead back",
                new Line("effect", "after migrate:rollback the schema is not what it was before"),
                new Line("found", listed(lines)),
                new Line(
                        "fix",
                        "write down(RiskySteps) so that it undoes all of up, or @Irreversible(because = \"…\")"));
    }

    static Finding checkFails(Migration migration, Trial.Failure failure, String server) {
        return finding(
                VERIFY_FAILS,
                Level.ERROR,
                migration,
                failure.place(),
                "a check of " + migration.simpleName() + " cannot be run: " + failure.reason(),
                new Line("effect", "apply ends with a failure after the migration is applied"),
                found(failure, server));
    }

    private static boolean adoptsExistingTables(MigrationGraph graph) {
        return graph.migrations().stream()
                .flatMap(migration -> graph.operations(migration).stream())
                .noneMatch(run -> run.placed().operation() instanceof DdlOperation.CreateTable);
    }

    private static Line found(Trial.Failure failure, String server) {
        String state = failure.state().isEmpty() ? "" : ", SQLSTATE " + failure.state();
        return new Line("found", Words.oneLine(failure.statement()) + "\non " + server + state);
    }

    private static String listed(List<String> lines) {
        int others = lines.size() - SHOWN;
        String shown = String.join("\n", lines.subList(0, Math.min(SHOWN, lines.size())));
        return others <= 0 ? shown : shown + "\nand " + others + " others";
    }

    private static Finding finding(
            String rule, Level level, Migration migration, Place place, String headline, Line... lines) {
        return new Finding(
                rule,
                level,
                level == Level.ERROR ? Certainty.WILL : Certainty.MAY,
                Category.CAN_FAIL,
                place,
                migration.simpleName(),
                migration.simpleName(),
                headline,
                List.of(lines));
    }
}
