package dev.migrate.engine.backfill;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** What a function gave, in the text that PostgreSQL reads. */
final class ValueText {
    private ValueText() {}

    /** The text; empty for a type that nobody knows how to write. */
    static Optional<String> of(Object value) {
        if (value instanceof BigDecimal decimal) {
            return Optional.of(decimal.toPlainString());
        }
        if (value instanceof CharSequence
                || value instanceof Character
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte
                || value instanceof Double
                || value instanceof Float
                || value instanceof BigInteger
                || value instanceof UUID
                || value instanceof Temporal) {
            return Optional.of(value.toString());
        }
        if (value instanceof Enum<?> constant) {
            return Optional.of(constant.name());
        }
        if (value instanceof byte[] bytes) {
            return Optional.of("\\x" + HexFormat.of().formatHex(bytes));
        }
        return Optional.empty();
    }
}
