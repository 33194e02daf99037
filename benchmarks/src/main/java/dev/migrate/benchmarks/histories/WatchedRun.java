package dev.migrate.benchmarks.histories;

import dev.migrate.api.Hazard.Category;
import dev.migrate.benchmarks.effects.Watch;
import dev.migrate.core.finding.Finding;
import dev.migrate.core.finding.Finding.Level;
import dev.migrate.core.measured.Shown;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.rule.JudgeOptions;
import dev.migrate.core.script.ScriptFile;
import dev.migrate.core.script.ScriptHistory;
import dev.migrate.core.script.ScriptJudge;
import dev.migrate.core.script.ScriptOptions;
import dev.migrate.core.sql.SqlReader;
import dev.migrate.core.sql.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Runs a history on a server, each file in a transaction, and compares for each statement what the server does to tables
 * of earlier files with what the rules say. What the server refuses, for want of an extension or of another jar's
 * tables, is left out, and the file goes on.
 */
final class WatchedRun {
    private static final Set<Category> BLOCKING =
            Set.of(Category.BLOCKS_READS, Category.BLOCKS_WRITES, Category.REWRITE);
    /** They scan to find rows, which blocks nobody. */
    private static final Pattern READS_OR_WRITES_ROWS =
            Pattern.compile("(?is)\\s*(insert|update|delete|select|with)\\b.*");
    /** About locks of rows, and about statements that follow a lock: not of this statement alone. */
    private static final Set<String> ABOUT_MORE = Set.of("ChangesRowsAtOnce", "WorksUnderEarlierLock");

    private final Connection connection;
    private final int major;
    private final Tally tally = new Tally();

    WatchedRun(Connection connection, int major) {
        this.connection = connection;
        this.major = major;
    }

    Tally of(History history) throws SQLException {
        ScriptHistory read = ScriptHistory.of(
                history.files(),
                new ScriptOptions(history.name(), OptionalInt.of(major), Optional.empty(), Map.of()),
                file -> {});
        Map<String, List<Finding>> findings =
                ScriptJudge.judge(read, JudgeOptions.standard().upTo(major)).findings().stream()
                        .filter(WatchedRun::saysThatItBlocks)
                        .collect(
                                Collectors.groupingBy(finding -> finding.place().file()));
        Map<String, ScriptFile> files =
                history.files().stream().collect(Collectors.toMap(ScriptFile::shown, Function.identity()));
        connection.setAutoCommit(false);
        for (Migration migration : read.migrations()) {
            ScriptFile file = files.get(migration.place().file());
            if (file != null) {
                run(file, findings.getOrDefault(file.shown(), List.of()));
                connection.commit();
            }
        }
        return tally;
    }

    private static boolean saysThatItBlocks(Finding finding) {
        return finding.level() != Level.INFO
                && BLOCKING.contains(finding.category())
                && !ABOUT_MORE.contains(finding.rule());
    }

    private void run(ScriptFile file, List<Finding> findings) throws SQLException {
        Watch watch = new Watch(connection);
        Set<String> there = watch.names();
        for (SqlStatement statement : SqlReader.read(file.text())) {
            String sql = file.text().substring(statement.start(), statement.end());
            Savepoint before = connection.setSavepoint();
            try {
                Set<String> heldUp = new HashSet<>(heldUp(watch.shown(sql), sql));
                heldUp.retainAll(there);
                boolean flagged = findings.stream()
                        .anyMatch(finding -> finding.place().start() >= statement.start()
                                && finding.place().start() <= statement.end());
                tally.ran(
                        !heldUp.isEmpty(),
                        flagged,
                        file.shown() + ": " + sql.strip().replaceAll("\\s+", " ") + " " + heldUp);
            } catch (SQLException refused) {
                connection.rollback(before);
                tally.refused();
            }
        }
    }

    private static Set<String> heldUp(Shown shown, String sql) {
        return READS_OR_WRITES_ROWS.matcher(sql).matches() ? Set.of() : shown.heldUp();
    }
}
