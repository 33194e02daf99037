package dev.migrate.engine.apply;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.Effect;
import dev.migrate.core.operation.Effects;
import dev.migrate.core.operation.LockMode;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.sql.SqlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What one statement costs on the live server.
 *
 * @param locks the strongest on each relation, by name
 * @param read whether the statement is understood; nothing else is known if not
 * @param proved whether the schema proves it; otherwise each claim can be more than happens
 */
record Cost(
        Map<String, LockMode> locks,
        boolean rewrites,
        boolean scans,
        boolean buildsIndex,
        boolean read,
        boolean proved) {
    /** A cost and the schema after it. */
    record Step(Cost cost, Schema after) {}

    /** The cost of a statement on a schema. */
    static Step of(String sql, Schema before, int majorVersion, Predicate<ObjectName> createdHere) {
        Schema schema = before;
        Map<String, LockMode> locks = new TreeMap<>();
        boolean rewrites = false;
        boolean scans = false;
        boolean builds = false;
        boolean read = true;
        boolean proved = true;
        for (DdlOperation operation : operations(sql)) {
            Effect effect = Effects.of(operation, schema, majorVersion, createdHere);
            effect.locks().forEach((relation, mode) -> locks.merge(relation.toString(), mode, Cost::stronger));
            rewrites |= effect.rewrites();
            scans |= effect.scans();
            builds |= effect.buildsIndex();
            read &= !(operation instanceof DdlOperation.Opaque);
            proved &= effect.certainty() == Effect.Certainty.WILL;
            schema = schema.apply(operation);
        }
        return new Step(new Cost(locks, rewrites, scans, builds, read, proved), schema);
    }

    static List<DdlOperation> operations(String sql) {
        return SqlReader.read(sql).stream()
                .flatMap(statement -> statement.operations().stream())
                .map(spanned -> spanned.operation())
                .toList();
    }

    private static LockMode stronger(LockMode one, LockMode other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** Whether somebody waits for work that grows with the table. */
    boolean holdsUp() {
        return (rewrites || scans || buildsIndex) && locks.values().stream().anyMatch(LockMode::blocksWrites);
    }

    /** One line for people. */
    String text() {
        if (!read) {
            return "not read: its locks are not known";
        }
        List<String> parts = new ArrayList<>();
        locks.forEach((relation, mode) -> parts.add(mode.sql() + " on " + relation + " (" + whoWaits(mode) + ")"));
        if (rewrites) {
            parts.add("writes the whole table anew");
        }
        if (scans) {
            parts.add("reads all rows");
        }
        if (buildsIndex) {
            parts.add("builds an index");
        }
        if (parts.isEmpty()) {
            return "locks nothing that others use";
        }
        return String.join("; ", parts) + (proved ? "" : "; at most, the schema is not fully known");
    }

    private static String whoWaits(LockMode mode) {
        if (mode.blocksReads()) {
            return "reads and writes wait";
        }
        return mode.blocksWrites() ? "writes wait" : "nobody waits";
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        Map<String, Object> modes = new LinkedHashMap<>();
        locks.forEach((relation, mode) -> modes.put(relation, mode.sql()));
        json.put("locks", modes);
        json.put("rewrites", rewrites);
        json.put("scans", scans);
        json.put("buildsIndex", buildsIndex);
        json.put("certainty", !read ? "unknown" : proved ? "will" : "may");
        return json;
    }
}
