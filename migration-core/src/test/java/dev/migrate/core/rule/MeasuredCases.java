package dev.migrate.core.rule;

import dev.migrate.core.operation.LockMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The statements that were run on servers, and what these showed. */
final class MeasuredCases {
    private static final String FOLDER = "/dev/migrate/core/operation/";
    private static final List<Case> ALL = read();

    private MeasuredCases() {}

    static List<Case> on(int postgres) {
        return ALL.stream().filter(each -> each.postgres() == postgres).toList();
    }

    static String schema() {
        return resource("ddl-effects-schema.sql");
    }

    /**
     * One statement on one version.
     *
     * @param setup what is there before
     * @param before what runs before it in the same transaction
     */
    record Case(String name, int postgres, String setup, String before, String sql, Map<String, String> shown) {
        /** Whether work on a table's heap, or on its indexes, was done while its writers waited. */
        boolean blocks() {
            return shown("error").isEmpty()
                    && Stream.concat(rewritten(), scanned()).anyMatch(this::isLocked);
        }

        boolean unread() {
            return MeasuredVerdictsTest.opaque(sql);
        }

        private Stream<String> rewritten() {
            return entries("new_file");
        }

        private Stream<String> scanned() {
            return entries("heap_scans").map(entry -> entry.substring(0, entry.indexOf(':')));
        }

        private boolean isLocked(String relation) {
            return entries("locks")
                    .filter(entry -> entry.startsWith(relation + "="))
                    .map(entry -> entry.substring(entry.indexOf('=') + 1)
                            .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                            .toUpperCase(Locale.ROOT))
                    .map(LockMode::valueOf)
                    .anyMatch(MeasuredVerdictsTest::isStrong);
        }

        private Stream<String> entries(String column) {
            return Stream.of(shown(column).split("; ", -1)).filter(entry -> !entry.isEmpty());
        }

        private String shown(String column) {
            return Objects.requireNonNull(shown.get(column), column);
        }
    }

    private static List<Case> read() {
        List<String> lines = resource("ddl-effects.csv")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        List<String> header = fields(lines.get(0));
        List<Case> cases = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> values = fields(line);
            Map<String, String> row = new HashMap<>();
            for (int at = 0; at < header.size(); at++) {
                row.put(header.get(at), values.get(at));
            }
            cases.add(new Case(
                    row.getOrDefault("case", ""),
                    Integer.parseInt(row.getOrDefault("pg", "")),
                    row.getOrDefault("setup", ""),
                    row.getOrDefault("before_in_same_transaction", ""),
                    row.getOrDefault("sql", ""),
                    row));
        }
        return List.copyOf(cases);
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char here = line.charAt(at);
            if (here == '"' && quoted && at + 1 < line.length() && line.charAt(at + 1) == '"') {
                field.append(here);
                at++;
            } else if (here == '"') {
                quoted = !quoted;
            } else if (here == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(here);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    private static String resource(String name) {
        try (InputStream stream = MeasuredCases.class.getResourceAsStream(FOLDER + name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
