package dev.migrate.benchmarks.histories;

import dev.migrate.benchmarks.Benchmark;
import dev.migrate.benchmarks.Figure;
import dev.migrate.benchmarks.Jars;
import dev.migrate.benchmarks.Report;
import dev.migrate.core.rule.JudgeOptions;
import dev.migrate.engine.embedded.EmbeddedPostgres;
import dev.migrate.engine.embedded.PostgresVersion;
import dev.migrate.engine.event.Events;
import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Verdicts on histories of other projects beside what servers do when these run: found, missed, false alarms. */
public final class HistoriesBenchmark implements Benchmark {
    /** The folder of each jar's history, by what the jar's name begins with. */
    private static final Map<String, String> FOLDERS = Map.of(
            "dspace-api", "org/dspace/storage/rdbms/sqlmigration/postgres",
            "conductor-postgres-persistence", "db/migration_postgres");

    @Override
    public String name() {
        return "histories";
    }

    @Override
    public String measures() {
        return "verdicts on other projects' histories while these run on PostgreSQL " + JudgeOptions.OLDEST_KNOWN
                + " to " + JudgeOptions.NEWEST_KNOWN + ": found, missed, false alarms";
    }

    /** Quick: the newest version only. */
    @Override
    public Report run(boolean quick, Path folder, Consumer<String> progress) throws Exception {
        List<History> histories = new ArrayList<>();
        for (File jar : Jars.resolve("histories", folder)) {
            for (Map.Entry<String, String> each : FOLDERS.entrySet()) {
                if (jar.getName().startsWith(each.getKey())) {
                    histories.add(History.open(jar, each.getValue()));
                }
            }
        }
        List<Figure> figures = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        int first = quick ? JudgeOptions.NEWEST_KNOWN : JudgeOptions.OLDEST_KNOWN;
        for (int major = first; major <= JudgeOptions.NEWEST_KNOWN; major++) {
            progress.accept("PostgreSQL " + major);
            for (History history : histories) {
                Tally tally = run(history, major, folder.resolve(history.name() + "-pg" + major));
                add(history.name() + " on " + major, tally, figures, notes);
            }
        }
        notes.add("blocking: a new heap file, a scan of the heap or an index build on a table of an earlier file, under"
                + " SHARE or stronger; what the server refuses is left out");
        return new Report("Verdicts on histories of other projects", figures, List.of(), notes);
    }

    private static Tally run(History history, int major, Path folder) throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(
                        EmbeddedPostgres.Options.scratch(PostgresVersion.of(major), folder)
                                .settings("autovacuum=off", "max_locks_per_transaction=1000"),
                        Events.none());
                Connection connection = DriverManager.getConnection(postgres.url())) {
            return new WatchedRun(connection, major).of(history);
        }
    }

    private static void add(String what, Tally tally, List<Figure> figures, List<String> notes) {
        figures.add(new Figure(what + ", statements", "", tally.statements(), Map.of(), OptionalDouble.empty()));
        figures.add(new Figure(what + ", refused", "", tally.refusedCount(), Map.of(), OptionalDouble.empty()));
        figures.add(new Figure(what + ", found", "", tally.found(), Map.of(), OptionalDouble.empty()));
        figures.add(new Figure(what + ", missed", "", tally.missed().size(), Map.of(), OptionalDouble.of(0)));
        figures.add(
                new Figure(what + ", false alarms", "", tally.falseAlarms().size(), Map.of(), OptionalDouble.of(0)));
        tally.missed().forEach(each -> notes.add("missed, " + what + ": " + each));
        tally.falseAlarms().forEach(each -> notes.add("false alarm, " + what + ": " + each));
    }
}
