package dev.migrate.core.measured;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.Effect;
import dev.migrate.core.operation.Effect.Certainty;
import dev.migrate.core.operation.Effects;
import dev.migrate.core.operation.LockMode;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.sql.SpannedOperation;
import dev.migrate.core.sql.SqlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is claimed of a case on one major, to be compared with what a server showed. */
public final class Claim {
    private final Schema before;
    private final List<DdlOperation> operations;
    private final Effect effect;

    private Claim(Schema before, List<DdlOperation> operations, Effect effect) {
        this.before = before;
        this.operations = operations;
        this.effect = effect;
    }

    /**
     * Reads the statements and asks their effects.
     *
     * @param start the schema before the setup
     */
    public static Claim of(Schema start, Measured measured, int major) {
        Schema before = start.apply(read(measured.setup())).apply(read(measured.before()));
        List<DdlOperation> operations = read(measured.sql());
        Schema schema = before;
        List<Effect> effects = new ArrayList<>();
        for (DdlOperation operation : operations) {
            effects.add(Effects.of(operation, schema, major));
            schema = schema.apply(operation);
        }
        return new Claim(
                before, operations, effects.stream().reduce(Effect::and).orElseThrow());
    }

    /** The operations of a text. */
    public static List<DdlOperation> read(String sql) {
        return SqlReader.read(sql).stream()
                .flatMap(statement -> statement.operations().stream())
                .map(SpannedOperation::operation)
                .toList();
    }

    /** Whether a part of the statements could not be read. */
    public boolean opaque() {
        return operations.stream().anyMatch(DdlOperation.Opaque.class::isInstance);
    }

    /** Whether nothing was left open. */
    public boolean certain() {
        return effect.certainty() == Certainty.WILL;
    }

    /** Where the claim and what a server showed differ, for people; empty if they agree. */
    public Optional<String> difference(Shown shown) {
        List<String> differences = new ArrayList<>();
        Map<String, LockMode> claimed = locks();
        Map<String, LockMode> seen = strong(shown.locks());
        if (!claimed.equals(seen) && (certain() || tooWeak(claimed, seen))) {
            differences.add("locks claimed " + claimed + ", shown " + seen);
        }
        Set<String> held = names(effect.heldUp());
        Set<String> heldShown = shown.heldUp();
        if (!held.equals(heldShown) && (certain() || !held.containsAll(heldShown))) {
            differences.add("work that keeps writers out claimed on " + held + ", shown on " + heldShown);
        }
        boolean rewritten = shown.newFiles().stream().anyMatch(shown.locks()::containsKey);
        if (effect.rewrites() != rewritten && (certain() || rewritten) && !truncates()) {
            differences.add("rewrite claimed " + effect.rewrites() + ", shown " + rewritten);
        }
        return differences.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", differences));
    }

    /** The new files of a truncated table are empty. */
    private boolean truncates() {
        return operations.stream()
                .allMatch(operation -> operation instanceof DdlOperation.DataChange change
                        && change.verb() == DdlOperation.DataChange.Verb.TRUNCATE);
    }

    private static boolean tooWeak(Map<String, LockMode> claimed, Map<String, LockMode> seen) {
        return seen.entrySet().stream()
                .anyMatch(lock -> claimed.getOrDefault(lock.getKey(), LockMode.ACCESS_SHARE)
                                .compareTo(lock.getValue())
                        < 0);
    }

    /** Of indexes only what holds up readers of the table is claimed, so their locks are not compared. */
    private Map<String, LockMode> locks() {
        Map<String, LockMode> locks = new TreeMap<>();
        effect.locks().forEach((name, mode) -> {
            if (before.tableOfIndex(name).isEmpty()) {
                locks.put(name.name(), mode);
            }
        });
        return strong(locks);
    }

    private static Map<String, LockMode> strong(Map<String, LockMode> locks) {
        Map<String, LockMode> strong = new TreeMap<>(locks);
        strong.values().removeIf(LockMode.ACCESS_SHARE::equals);
        return strong;
    }

    private static Set<String> names(Set<ObjectName> relations) {
        Set<String> names = new TreeSet<>();
        relations.forEach(relation -> names.add(relation.name()));
        return names;
    }
}
