package dev.migrate.core.measured;

import dev.migrate.core.measured.Comparison.Verdict;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.Effect;
import dev.migrate.core.operation.Effect.Certainty;
import dev.migrate.core.operation.Effects;
import dev.migrate.core.operation.LockMode;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.sql.SpannedOperation;
import dev.migrate.core.sql.SqlReader;
import dev.migrate.core.sql.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What {@link Effects} claims of a case, as it is read from the case's SQL alone. */
public final class EffectClaim {
    private static final String NOT_IN_TRANSACTION = "25001";

    private static final Pattern IF_EXISTS = Pattern.compile("(?i)\\bIF\\s+EXISTS\\b");

    private final List<SqlStatement> statements;
    private final List<DdlOperation> operations;
    private final Schema before;
    private final Effect effect;

    private EffectClaim(List<SqlStatement> statements, Schema before, List<DdlOperation> earlier, int majorVersion) {
        this.statements = statements;
        this.operations = operations(statements);
        List<Effect> effects = new ArrayList<>();
        Schema schema = before;
        List<DdlOperation> all = new ArrayList<>(earlier);
        all.addAll(operations);
        for (DdlOperation operation : all) {
            Schema now = schema;
            effects.add(Effects.of(operation, schema, majorVersion, name -> madeSince(before, now, name)));
            schema = schema.apply(operation);
        }
        this.before = before;
        this.effect = effects.stream().reduce(Effect::and).orElseThrow();
    }

    /** The claim for a case on a version. */
    public static EffectClaim of(EffectCase measured, int majorVersion) {
        Schema schema = Schema.empty()
                .apply(operations(SqlReader.read(EffectCases.schema())))
                .apply(operations(SqlReader.read(measured.setup())));
        return of(measured.sql(), measured.before(), schema, majorVersion);
    }

    /** The claim for statements on a schema. */
    public static EffectClaim of(String sql, String earlier, Schema before, int majorVersion) {
        return new EffectClaim(SqlReader.read(sql), before, operations(SqlReader.read(earlier)), majorVersion);
    }

    /** Compares it with what a server of the version showed. */
    public Comparison with(MeasuredEffect measured) {
        Optional<String> unread = operations.stream()
                .filter(DdlOperation.Opaque.class::isInstance)
                .map(operation -> ((DdlOperation.Opaque) operation).reason())
                .findFirst();
        if (unread.isPresent()) {
            return new Comparison(Verdict.UNREAD, unread.get());
        }
        boolean outside = !statements.stream().allMatch(SqlStatement::insideTransaction);
        boolean refusedInside = measured.refused().equals(NOT_IN_TRANSACTION);
        if (outside || refusedInside) {
            return verdict(
                    outside == refusedInside || !measured.refused().isEmpty(),
                    "in a transaction: claimed " + (outside ? "refused" : "accepted") + ", shown "
                            + (refusedInside ? "refused" : "accepted"));
        }
        if (!measured.refused().isEmpty()) {
            return new Comparison(Verdict.REFUSED, "the server refuses it: " + measured.refused());
        }
        return compared(measured);
    }

    /** The effect that is claimed. */
    public Effect effect() {
        return effect;
    }

    private Comparison compared(MeasuredEffect measured) {
        SortedMap<String, LockMode> onTables = new TreeMap<>(measured.tables());
        onTables.values().removeIf(LockMode.ACCESS_SHARE::equals);
        boolean rewritten = !truncates() && measured.tables().keySet().stream().anyMatch(measured.newFiles()::contains);
        boolean read = rewritten || (!truncates() && readUnderLock(measured));
        SortedMap<String, LockMode> claimedOnTables = locks(name -> !besideTables(name, measured));
        SortedMap<String, LockMode> claimedOnOthers = locks(name -> besideTables(name, measured));
        String claimed = text(claimedOnTables, effect.rewrites(), effect.takesTime());
        String shown = text(onTables, rewritten, read);
        boolean agrees = claimed.equals(shown)
                || (effect.certainty() == Certainty.MAY
                        && claimedOnTables.equals(onTables)
                        && (!rewritten || effect.rewrites())
                        && (!read || effect.takesTime()));
        Map<String, LockMode> ofOthers = new TreeMap<>(measured.indexes());
        ofOthers.putAll(measured.others());
        boolean others = ofOthers.entrySet().containsAll(claimedOnOthers.entrySet());
        return verdict(
                agrees && others,
                "claimed " + claimed + ", shown " + shown
                        + (others ? "" : ", beside tables claimed " + claimedOnOthers + ", shown " + ofOthers));
    }

    private static Comparison verdict(boolean agrees, String text) {
        return new Comparison(agrees ? Verdict.AGREES : Verdict.DISAGREES, text);
    }

    private static String text(Map<String, LockMode> locks, boolean rewrites, boolean rows) {
        return locks + " rewrite=" + rewrites + " rows=" + rows;
    }

    /** The new files of a truncated table are empty: nothing is written or read that grows with it. */
    private boolean truncates() {
        return operations.stream()
                .allMatch(operation -> operation instanceof DdlOperation.DataChange change
                        && change.verb() == DdlOperation.DataChange.Verb.TRUNCATE);
    }

    /** Whether the rows of a table are read that others wait for; data changes lock less. */
    private static boolean readUnderLock(MeasuredEffect measured) {
        return measured.scans().keySet().stream()
                .anyMatch(table -> measured.tables()
                                .getOrDefault(table, LockMode.ACCESS_SHARE)
                                .compareTo(LockMode.SHARE_UPDATE_EXCLUSIVE)
                        >= 0);
    }

    private boolean besideTables(ObjectName name, MeasuredEffect measured) {
        return measured.indexes().containsKey(name.toString())
                || measured.others().containsKey(name.toString())
                || before.tableOfIndex(name).isPresent();
    }

    private SortedMap<String, LockMode> locks(Predicate<ObjectName> which) {
        SortedMap<String, LockMode> locks = new TreeMap<>();
        effect.locks().forEach((name, mode) -> {
            boolean madeHere = madeSince(before, before.apply(operations), name);
            if (which.test(name) && !madeHere && !mayBeMissing(name) && mode != LockMode.ACCESS_SHARE) {
                locks.put(name.toString(), mode);
            }
        });
        return locks;
    }

    /** IF EXISTS locks what no migration has made only where it is there. */
    private boolean mayBeMissing(ObjectName name) {
        return IF_EXISTS.matcher(statements.get(0).text()).find()
                && before.table(name).isEmpty()
                && before.tableOfIndex(name).isEmpty();
    }

    /** Nobody waits for what the statements have made themselves. */
    private static boolean madeSince(Schema before, Schema now, ObjectName name) {
        return before.table(name).isEmpty() && now.table(name).isPresent();
    }

    private static List<DdlOperation> operations(List<SqlStatement> statements) {
        return statements.stream()
                .flatMap(statement -> statement.operations().stream())
                .map(SpannedOperation::operation)
                .toList();
    }
}
