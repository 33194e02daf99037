package dev.migrate.core.operation;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The name of a table, index or other object, as PostgreSQL stores it: folded to lower case unless it was quoted.
 *
 * @param schema the schema, if the text named one
 * @param name the name without schema and quotes
 */
public record ObjectName(Optional<String> schema, String name) {
    /** Refuses null. */
    public ObjectName {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(name, "name");
    }

    /** A name without a schema. */
    public static ObjectName of(String name) {
        return new ObjectName(Optional.empty(), name);
    }

    /** A name with a schema. */
    public static ObjectName of(String schema, String name) {
        return new ObjectName(Optional.of(schema), name);
    }

    /** As any record's, written out: names are compared more often than anything else. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ObjectName that && name.equals(that.name) && schema.equals(that.schema));
    }

    @Override
    public int hashCode() {
        return schema.isEmpty() ? name.hashCode() : 31 * schema.get().hashCode() + name.hashCode();
    }

    /** {@code schema.name} or {@code name}, unquoted: for messages. */
    @Override
    public String toString() {
        return schema.map(prefix -> prefix + "." + name).orElse(name);
    }

    /** The name for SQL, quoted where PostgreSQL needs it. */
    public String sql() {
        return schema.map(prefix -> Identifiers.quote(prefix) + ".").orElse("") + Identifiers.quote(name);
    }
}
