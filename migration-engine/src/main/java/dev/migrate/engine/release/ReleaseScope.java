package dev.migrate.engine.release;

import dev.migrate.core.operation.Identifiers;
import java.util.Objects;

/**
 * Whose releases.
 *
 * @param tables the schema of the tool's tables
 * @param schema the target schema
 */
public record ReleaseScope(String tables, String app, String schema) {
    /** Refuses null. */
    public ReleaseScope {
        Objects.requireNonNull(tables, "tables");
        Objects.requireNonNull(app, "app");
        Objects.requireNonNull(schema, "schema");
    }

    String table(String name) {
        return Identifiers.quote(tables) + "." + Identifiers.quote(name);
    }

    String matches() {
        return "app = " + Identifiers.literal(app) + " AND schema = " + Identifiers.literal(schema);
    }

    String values() {
        return Identifiers.literal(app) + ", " + Identifiers.literal(schema);
    }
}
