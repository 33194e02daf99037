package dev.migrate.core.sql;

import java.util.List;
import java.util.Objects;

/**
 * One statement of a text.
 *
 * @param text from its first token to its last, without the semicolon
 * @param start the first token's offset in the whole text
 * @param end the offset after the last token
 * @param operations what it does, in order; never empty
 * @param insideTransaction whether PostgreSQL accepts it in a transaction block
 */
public record SqlStatement(
        String text, int start, int end, List<SpannedOperation> operations, boolean insideTransaction) {
    /** Copies the operations. */
    public SqlStatement {
        Objects.requireNonNull(text, "text");
        operations = List.copyOf(operations);
    }
}
