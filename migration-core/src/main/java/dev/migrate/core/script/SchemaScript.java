package dev.migrate.core.script;

import dev.migrate.core.schema.Schema;
import dev.migrate.core.sql.SpannedOperation;
import dev.migrate.core.sql.SqlReader;
import dev.migrate.core.sql.SqlStatement;

/** A text that makes a whole schema, such as {@code pg_dump --schema-only} writes: what was there before a history. */
public final class SchemaScript {
    private SchemaScript() {}

    /**
     * The schema that a text makes in an empty database.
     *
     * @param home the schema that migrations mean by a name without one; its objects are known without it
     */
    public static Schema schema(String text, String home) {
        Schema schema = Schema.empty();
        for (SqlStatement statement : SqlReader.read(ClientText.blanked(text), home)) {
            for (SpannedOperation spanned : statement.operations()) {
                schema = schema.apply(spanned.operation());
            }
        }
        return schema;
    }
}
