package dev.migrate.core.measured;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The cases that ship, the schema that they start from, and what servers showed for each. */
public final class EffectCases {
    private EffectCases() {}

    /** The cases, in the order of their file. */
    public static List<EffectCase> all() {
        return EffectCase.list(resource("effect-cases.txt"));
    }

    /** What every case starts from: tables with rows, without a schema's name. */
    public static String schema() {
        return resource("effect-schema.sql");
    }

    /** What PostgreSQL 13 to 18 showed: {@code benchmarks/run effects} writes it. */
    public static EffectTable table() {
        return EffectTable.parse(resource("effects.tsv"));
    }

    private static String resource(String name) {
        try (InputStream stream = EffectCases.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
