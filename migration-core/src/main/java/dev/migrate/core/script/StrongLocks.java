package dev.migrate.core.script;

import dev.migrate.api.Hazard.Category;
import dev.migrate.core.finding.Finding;
import dev.migrate.core.finding.Finding.Certainty;
import dev.migrate.core.finding.Finding.Level;
import dev.migrate.core.finding.Finding.Line;
import dev.migrate.core.finding.Suppressed;
import dev.migrate.core.finding.Verdict;
import dev.migrate.core.message.Messages;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.PlacedOperation;
import dev.migrate.core.migration.Step;
import dev.migrate.core.operation.Effect;
import dev.migrate.core.operation.Effects;
import dev.migrate.core.operation.LockMode;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells of each statement that takes a strong lock for a moment on a table that was there before: the lock is gone at
 * once, but the wait for it is not, and whoever comes later waits behind it. The engine of Java migrations takes such locks
 * with short time-outs; what runs files of SQL seldom does. One line a statement, and none where a rule speaks already.
 */
final class StrongLocks {
    /** The finding's name, and the name of its page. */
    static final String STRONG_LOCK = "StrongLock";

    private final int postgres;
    private final Set<Place> spoken;
    private final List<Finding> findings = new ArrayList<>();

    private StrongLocks(int postgres, Verdict ofRules) {
        this.postgres = postgres;
        this.spoken = Stream.concat(
                        ofRules.findings().stream(),
                        ofRules.suppressed().stream().map(Suppressed::finding))
                .filter(finding -> finding.level() != Level.INFO)
                .map(finding ->
                        new Place(finding.place().file(), finding.place().line()))
                .collect(Collectors.toSet());
    }

    private record Place(String file, int line) {}

    static List<Finding> of(List<Migration> migrations, Schema start, int postgres, Verdict ofRules) {
        StrongLocks locks = new StrongLocks(postgres, ofRules);
        Schema schema = start;
        for (Migration migration : migrations) {
            schema = locks.judge(migration, schema);
        }
        return locks.findings;
    }

    private Schema judge(Migration migration, Schema start) {
        Schema schema = start;
        for (Step step : migration.up()) {
            Map<ObjectName, LockMode> taken = new LinkedHashMap<>();
            for (PlacedOperation placed : step.operations()) {
                Schema after = schema.apply(placed.operation());
                if (!migration.closed()) {
                    take(Effects.of(placed.operation(), schema, postgres), new Tables(start, schema, after), taken);
                }
                schema = after;
            }
            if (!taken.isEmpty() && !isSpokenOf(step)) {
                findings.add(finding(migration, step, taken));
            }
        }
        return schema;
    }

    private static void take(Effect effect, Tables tables, Map<ObjectName, LockMode> taken) {
        if (effect.takesTime()) {
            return;
        }
        effect.locks().forEach((relation, mode) -> {
            if (mode.blocksWrites() && !tables.isNew(relation)) {
                taken.merge(relation, mode, (one, other) -> one.compareTo(other) >= 0 ? one : other);
            }
        });
    }

    /** The tables before the migration, before an operation of it, and after that. */
    private record Tables(Schema start, Schema before, Schema after) {
        boolean isNew(ObjectName relation) {
            return start.table(relation).isEmpty() && (isMade(before, relation) || isMade(after, relation));
        }

        private static boolean isMade(Schema schema, ObjectName relation) {
            return schema.table(relation).filter(Table::known).isPresent();
        }
    }

    private boolean isSpokenOf(Step step) {
        String file = step.place().file();
        for (int line = step.place().line(); line <= step.place().endLine(); line++) {
            if (spoken.contains(new Place(file, line))) {
                return true;
            }
        }
        return false;
    }

    private static Finding finding(Migration migration, Step step, Map<ObjectName, LockMode> taken) {
        LockMode strongest = taken.values().stream().max(LockMode::compareTo).orElseThrow();
        List<String> names =
                taken.keySet().stream().map(ObjectName::toString).sorted().toList();
        Optional<PlacedOperation> first = step.operations().stream().findFirst();
        return new Finding(
                STRONG_LOCK,
                Level.INFO,
                Certainty.MAY,
                strongest.blocksReads() ? Category.BLOCKS_READS : Category.BLOCKS_WRITES,
                first.map(PlacedOperation::place).orElse(step.place()),
                names.get(0),
                migration.simpleName(),
                "takes " + strongest.sql() + " on " + Messages.list(names) + " for a moment",
                List.of(
                        new Line(
                                "effect",
                                "while it waits for a running query, all later "
                                        + (strongest.blocksReads() ? "reads and writes" : "writes") + " of "
                                        + Messages.list(names) + " wait behind it"),
                        new Line("fix", "SET lock_timeout = '1s'; before it, and try again where it gives up")));
    }
}
