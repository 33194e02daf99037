package dev.migrate.core.measured;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.Effect;
import dev.migrate.core.operation.Effect.Certainty;
import dev.migrate.core.operation.Effects;
import dev.migrate.core.operation.LockMode;
import dev.migrate.core.operation.ObjectKind;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.SubCommands;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.sql.SpannedOperation;
import dev.migrate.core.sql.SqlReader;
import dev.migrate.core.sql.SqlStatement;
import java.util.ArrayList;
import java.util.HashSet;
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
        Schema before = start.apply(read(measured.setup()));
        Transaction transaction = new Transaction(before, major);
        Map<ObjectName, LockMode> held =
                transaction.run(measured.before()).map(Effect::locks).orElse(Map.of());
        Effect effect = transaction.run(measured.sql()).orElseThrow();
        return new Claim(before, read(measured.sql()), effect.under(held));
    }

    /** What statements of one transaction do, one after the other. */
    private static final class Transaction {
        private final int major;
        private final Set<ObjectName> created = new HashSet<>();
        private Schema schema;

        Transaction(Schema schema, int major) {
            this.schema = schema;
            this.major = major;
        }

        Optional<Effect> run(String sql) {
            List<Effect> effects = new ArrayList<>();
            for (SqlStatement statement : SqlReader.read(sql)) {
                List<DdlOperation> operations = statement.operations().stream()
                        .map(SpannedOperation::operation)
                        .toList();
                for (int at = 0; at < operations.size(); at++) {
                    effects.add(effect(operations.get(at), operations.subList(at + 1, operations.size())));
                }
            }
            return effects.stream().reduce(Effect::and);
        }

        private Effect effect(DdlOperation operation, List<DdlOperation> later) {
            Schema found = SubCommands.foundBy(operation, later, schema);
            Effect effect = Effects.of(operation, found, major, created::contains);
            if (operation instanceof DdlOperation.CreateTable create) {
                created.add(create.table());
            }
            schema = schema.apply(operation);
            return effect;
        }
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
        Map<String, LockMode> claimed = strong(locks());
        Map<String, LockMode> seen = strong(shown.locks());
        if (!claimed.equals(seen) && (certain() || tooWeak(claimed, seen))) {
            differences.add("locks claimed " + claimed + ", shown " + seen);
        }
        Set<String> held = names(effect.heldUp());
        held.addAll(names(effect.emptied()));
        Set<String> heldShown = new TreeSet<>(shown.heldUp());
        // A scan of what is only looked up is the planner's choice.
        names(effect.consulted()).stream().filter(name -> !held.contains(name)).forEach(heldShown::remove);
        if (!held.equals(heldShown) && (certain() || !held.containsAll(heldShown))) {
            differences.add("work that keeps writers out claimed on " + held + ", shown on " + heldShown);
        }
        Set<String> rewrittenFiles = new TreeSet<>(shown.newFiles());
        rewrittenFiles.removeAll(names(effect.emptied()));
        boolean rewritten = rewrittenFiles.stream().anyMatch(shown.locks()::containsKey);
        if (effect.rewrites() != rewritten && (certain() || rewritten)) {
            differences.add("rewrite claimed " + effect.rewrites() + ", shown " + rewritten);
        }
        return differences.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", differences));
    }

    private static boolean tooWeak(Map<String, LockMode> claimed, Map<String, LockMode> seen) {
        return seen.entrySet().stream()
                .anyMatch(lock -> claimed.getOrDefault(lock.getKey(), LockMode.ACCESS_SHARE)
                                .compareTo(lock.getValue())
                        < 0);
    }

    /**
     * Locks on what was there before. Of indexes only what holds up readers of the table is claimed, and sequences are
     * not measured, so their locks are not compared.
     */
    private Map<String, LockMode> locks() {
        Map<String, LockMode> locks = new TreeMap<>();
        effect.locks().forEach((name, mode) -> {
            if (isMeasured(name)) {
                locks.put(name.name(), mode);
            }
        });
        return locks;
    }

    private boolean isMeasured(ObjectName name) {
        boolean relation = before.relation(name)
                .filter(object -> object.kind() != ObjectKind.SEQUENCE)
                .isPresent();
        return relation || before.table(name).isPresent() || before.type(name).isPresent();
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
