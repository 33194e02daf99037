package dev.migrate.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.operation.Effect.Certainty;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.sql.SpannedOperation;
import dev.migrate.core.sql.SqlReader;
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
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every effect that real servers showed is the effect that we claim. */
class MeasuredEffectsTest {
    private static final Schema SCHEMA = Schema.empty().apply(read(resource("ddl-effects-schema.sql")));
    private static final List<Measured> ROWS = Measured.rows(resource("ddl-effects.csv"));

    @Test
    void claimsTheLocksRewritesAndScansThatServersShowed() {
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (Measured row : ROWS) {
            if (row.failed() || row.opaque()) {
                continue;
            }
            compared++;
            row.difference().ifPresent(differences::add);
        }

        assertThat(differences).isEmpty();
        assertThat(compared).isEqualTo(558);
    }

    @Test
    void leavesNoMoreStatementsUnreadThanThese() {
        assertThat(names(Measured::opaque))
                .containsExactly(
                        "add-identity-existing-column",
                        "alter-constraint-deferrable",
                        "alter-fk-enforced",
                        "create-table-like");
    }

    @Test
    void isUnsureOnlyOfThese() {
        assertThat(names(row -> !row.failed() && !row.opaque() && row.claimed().certainty() == Certainty.MAY))
                .containsExactly(
                        "add-column-domain-constrained",
                        "alter-type-enum-to-text",
                        "alter-type-int-to-domain-constrained",
                        "alter-type-int-to-domain-unconstrained",
                        "alter-type-timestamp-to-timestamptz-nonutc",
                        "alter-type-timestamptz-to-timestamp-nonutc",
                        "alter-type-timestamptz-to-timestamp-utc");
    }

    private static List<String> names(Predicate<Measured> which) {
        return ROWS.stream()
                .filter(which)
                .map(Measured::name)
                .distinct()
                .sorted()
                .toList();
    }

    private static String resource(String name) {
        try (InputStream stream = MeasuredEffectsTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<DdlOperation> read(String sql) {
        return SqlReader.read(sql).stream()
                .flatMap(statement -> statement.operations().stream())
                .map(SpannedOperation::operation)
                .toList();
    }

    /** One row: a case on one major version. */
    private record Measured(Map<String, String> fields) {
        static List<Measured> rows(String csv) {
            List<String> lines =
                    csv.lines().filter(line -> !line.startsWith("#")).toList();
            List<String> header = fields(lines.get(0));
            return lines.stream()
                    .skip(1)
                    .map(line -> {
                        List<String> values = fields(line);
                        Map<String, String> row = new TreeMap<>();
                        for (int at = 0; at < header.size(); at++) {
                            row.put(header.get(at), values.get(at));
                        }
                        return new Measured(row);
                    })
                    .toList();
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

        String name() {
            return Objects.requireNonNull(fields.get("case"));
        }

        private String field(String name) {
            return Objects.requireNonNull(fields.get(name), name);
        }

        boolean failed() {
            return !field("error").isEmpty();
        }

        List<DdlOperation> operations() {
            return read(field("sql"));
        }

        boolean opaque() {
            return operations().stream().anyMatch(DdlOperation.Opaque.class::isInstance);
        }

        private Schema before() {
            return SCHEMA.apply(read(field("setup")));
        }

        Effect claimed() {
            Schema schema = before();
            List<Effect> effects = new ArrayList<>();
            for (DdlOperation operation : operations()) {
                effects.add(Effects.of(operation, schema, Integer.parseInt(field("pg"))));
                schema = schema.apply(operation);
            }
            return effects.stream().reduce(Measured::both).orElseThrow();
        }

        private static Effect both(Effect one, Effect other) {
            Map<ObjectName, LockMode> locks = new HashMap<>(one.locks());
            other.locks().forEach((name, mode) -> locks.merge(name, mode, (a, b) -> a.compareTo(b) > 0 ? a : b));
            return new Effect(
                    locks,
                    one.rewrites() || other.rewrites(),
                    one.scans() || other.scans(),
                    one.buildsIndex() || other.buildsIndex(),
                    one.manner(),
                    one.certainty() == Certainty.MAY ? one.certainty() : other.certainty(),
                    one.worked());
        }

        Optional<String> difference() {
            Effect effect = claimed();
            String claimed = "%s rewrite=%s rows=%s"
                    .formatted(
                            locks(effect),
                            effect.rewrites(),
                            effect.rewrites() || effect.scans() || effect.buildsIndex());
            String table = Effects.table(operations().get(0), before())
                    .map(ObjectName::name)
                    .orElse("");
            boolean rewritten = entries("new_file").contains(table);
            boolean read = rewritten || entries("heap_scans").anyMatch(entry -> entry.startsWith(table + ":"));
            String shown = "%s rewrite=%s rows=%s".formatted(measuredLocks(), rewritten, read);
            boolean agrees = claimed.equals(shown)
                    || (effect.certainty() == Certainty.MAY && !tooLittle(effect, rewritten, read));
            return agrees
                    ? Optional.empty()
                    : Optional.of(name() + " on " + field("pg") + ": claimed " + claimed + ", shown " + shown);
        }

        /** A MAY can claim more than is shown, never less. */
        private boolean tooLittle(Effect effect, boolean rewritten, boolean read) {
            boolean locksMissing = !measuredLocks().equals(locks(effect));
            return locksMissing || (rewritten && !effect.rewrites()) || (read && !effect.takesTime());
        }

        private static TreeMap<String, LockMode> locks(Effect effect) {
            TreeMap<String, LockMode> locks = new TreeMap<>();
            effect.locks().forEach((name, mode) -> locks.put(name.name(), mode));
            locks.keySet().removeIf(name -> name.endsWith("_idx"));
            return locks;
        }

        /** Without sequences, views and what is only read. */
        private TreeMap<String, LockMode> measuredLocks() {
            TreeMap<String, LockMode> locks = new TreeMap<>();
            entries("locks").forEach(entry -> {
                String relation = entry.substring(0, entry.indexOf('='));
                String mode = entry.substring(entry.indexOf('=') + 1);
                String constant = mode.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
                if (!relation.equals("sq") && !relation.equals("vw")) {
                    locks.put(relation, LockMode.valueOf(constant));
                }
            });
            return locks;
        }

        private Entries entries(String name) {
            return new Entries(Stream.of(field(name).split("; ", -1))
                    .filter(entry -> !entry.isEmpty())
                    .toList());
        }
    }

    private record Entries(List<String> list) {
        boolean contains(String entry) {
            return list.contains(entry);
        }

        boolean anyMatch(Predicate<String> predicate) {
            return list.stream().anyMatch(predicate);
        }

        void forEach(Consumer<String> consumer) {
            list.forEach(consumer);
        }
    }
}
