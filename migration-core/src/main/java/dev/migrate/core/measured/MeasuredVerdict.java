package dev.migrate.core.measured;

import dev.migrate.api.Hazard.Category;
import dev.migrate.core.finding.Finding;
import dev.migrate.core.finding.Finding.Level;
import dev.migrate.core.operation.DdlOperation.Opaque;
import dev.migrate.core.rule.JudgeOptions;
import dev.migrate.core.script.ScriptFile;
import dev.migrate.core.script.ScriptHistory;
import dev.migrate.core.script.ScriptJudge;
import dev.migrate.core.script.ScriptOptions;
import dev.migrate.core.sql.SqlReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Whether the rules say of a case what a server showed: that it works on a table that was there before while writers of
 * that table wait. Judged as the second file of a folder whose first one is what the case starts from.
 */
public enum MeasuredVerdict {
    /** It blocks, and an error or a warning says so. */
    FOUND,
    /** It blocks, and nothing says so. */
    MISSED,
    /** It does not block, and an error or a warning says that it does. */
    FALSE_ALARM,
    /** It does not block, and nothing says that it does. */
    SILENT,
    /** The server refuses it: there is nothing to compare. */
    REFUSED,
    /** It is not read, which is told. */
    UNREAD;

    private static final String SCHEMA = MeasuredTable.shipped().schema();

    private static final Set<Category> BLOCKING =
            Set.of(Category.BLOCKS_READS, Category.BLOCKS_WRITES, Category.REWRITE);

    /** Judges a case on a version. */
    public static MeasuredVerdict of(Measured measured, int majorVersion) {
        if (measured.shown().failed()) {
            return REFUSED;
        }
        if (isUnread(measured.sql())) {
            return UNREAD;
        }
        boolean flagged = isFlagged(findings(measured, majorVersion));
        if (blocks(measured)) {
            return flagged ? FOUND : MISSED;
        }
        return flagged ? FALSE_ALARM : SILENT;
    }

    /** Whether a new heap file, a scan of the heap or an index build was shown on a table under SHARE or stronger. */
    public static boolean blocks(Measured measured) {
        return !measured.shown().heldUp().isEmpty();
    }

    /** What the rules find in the statement of a case. */
    public static List<Finding> findings(Measured measured, int majorVersion) {
        ScriptHistory history = ScriptHistory.of(
                List.of(
                        file("V1__before.sql", SCHEMA + "\n" + measured.setup()),
                        file("V2__case.sql", measured.before() + "\n" + measured.sql())),
                new ScriptOptions("db", OptionalInt.of(majorVersion), Optional.of("1"), Map.of()),
                read -> {});
        return ScriptJudge.judge(history, JudgeOptions.standard().upTo(majorVersion))
                .findings();
    }

    private static ScriptFile file(String name, String text) {
        return new ScriptFile(name, "db/" + name, text);
    }

    private static boolean isFlagged(List<Finding> findings) {
        return findings.stream()
                .anyMatch(finding -> finding.level() != Level.INFO && BLOCKING.contains(finding.category()));
    }

    private static boolean isUnread(String sql) {
        return SqlReader.read(sql).stream()
                .flatMap(statement -> statement.operations().stream())
                .anyMatch(spanned -> spanned.operation() instanceof Opaque);
    }
}
