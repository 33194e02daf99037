package dev.migrate.benchmarks.effects;

import dev.migrate.benchmarks.NotMeasured;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A case to be measured.
 *
 * @param setup committed before
 * @param before run in the same transaction before
 * @param sql what is measured
 */
record EffectCase(String name, String setup, String before, String sql) {
    private static final List<String> FILES = List.of(
            "columns", "types", "constraints", "indexes", "tables", "partitions", "others", "further", "combined");
    private static final String CASE = "-- case: ";
    private static final String SETUP = "-- setup: ";
    private static final String BEFORE = "-- before: ";

    /** All of them, in the order of their files. */
    static List<EffectCase> all() throws IOException {
        List<EffectCase> cases = new ArrayList<>();
        for (String file : FILES) {
            for (String text : resource(file + ".sql").split("(?m)^(?=-- case: )", -1)) {
                if (text.startsWith(CASE)) {
                    cases.add(read(text));
                }
            }
        }
        Set<String> names = new HashSet<>();
        for (EffectCase each : cases) {
            if (!names.add(each.name)) {
                throw new NotMeasured("two cases are named " + each.name);
            }
        }
        return cases;
    }

    private static EffectCase read(String text) {
        StringBuilder setup = new StringBuilder();
        StringBuilder before = new StringBuilder();
        List<String> sql = new ArrayList<>();
        String name = "";
        for (String line : text.strip().lines().toList()) {
            if (line.startsWith(CASE)) {
                name = line.substring(CASE.length()).strip();
            } else if (line.startsWith(SETUP)) {
                setup.append(line.substring(SETUP.length())).append(' ');
            } else if (line.startsWith(BEFORE)) {
                before.append(line.substring(BEFORE.length())).append(' ');
            } else {
                sql.add(line.strip());
            }
        }
        return new EffectCase(
                name,
                setup.toString().strip(),
                before.toString().strip(),
                String.join(" ", sql).strip());
    }

    static String resource(String name) throws IOException {
        try (InputStream stream = EffectCase.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
