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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every effect that real servers showed is the effect that we claim. */
class MeasuredEffectsTest {
    private static final Schema SCHEMA = Schema.empty().apply(read(resource("ddl-effects-schema.sql")));
    private static final List<Measured> ROWS = Measured.rows(resource("ddl-effects.csv"));
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();
    private static final List<Measured> MORE = Measured.rows(resource("ddl-effects-tables.csv"));

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
        assertThat(compared).isEqualTo(796);
    }

    /** Whoever makes a claim depend on another major has to say so in {@link Effects#sameSince}. */
    @Test
    void majorsThatAreTakenForTheSameHaveTheSameEffect() {
        List<String> differences = new ArrayList<>();
        int others = 0;
        for (Measured row : Stream.concat(ROWS.stream(), MORE.stream()).toList()) {
            for (DdlOperation operation : row.operations()) {
                for (int major = 13; major <= 18; major++) {
                    int since = Effects.sameSince(operation, row.before(), major);
                    others += since == major ? 0 : 1;
                    if (!Effects.of(operation, row.before(), major)
                            .equals(Effects.of(operation, row.before(), since))) {
                        differences.add(row.name() + " on " + major + " and " + since);
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(others).isPositive();
    }

    @Test
    void leavesNoStatementUnread() {
        assertThat(names(Measured::opaque)).isEmpty();
    }

    /** Tables, partitions, keys and types in more shapes than the first table has. */
    @Test
    void claimsWhatServersShowedOfTablesInManyShapes() {
        assertThat(MORE.stream().filter(row -> !row.failed()).flatMap(row -> row.difference().stream()))
                .isEmpty();
    }

    @Test
    void isUnsureOnlyOfThese() {
        assertThat(names(row -> !row.failed() && !row.opaque() && row.claimed().certainty() == Certainty.MAY))
                .containsExactly(
                        "alter-type-timestamp-to-timestamptz-nonutc",
                        "alter-type-timestamptz-to-timestamp-nonutc",
                        "alter-type-timestamptz-to-timestamp-utc",
                        "create-or-replace-trigger",
                        "create-or-replace-view",
                        "create-rule",
                        "create-trigger");
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
            return SCHEMAS.computeIfAbsent(field("setup"), setup -> SCHEMA.apply(read(setup)));
        }

        Effect claimed() {
            Schema schema = before();
            List<Effect> effects = new ArrayList<>();
            for (DdlOperation operation : operations()) {
                effects.add(Effects.of(operation, schema, Integer.parseInt(field("pg"))));
                schema = schema.apply(operation);
            }
            return effects.stream().reduce(Effect::and).orElseThrow();
        }

        Optional<String> difference() {
            Effect effect = claimed();
            String claimed = "%s rewrite=%s rows=%s"
                    .formatted(
                            locks(effect, false),
                            effect.rewrites(),
                            effect.rewrites() || effect.scans() || effect.buildsIndex());
            boolean rewritten =
                    !truncates() && measured("locks").keySet().stream().anyMatch(entries("new_file")::contains);
            boolean read = rewritten || (!truncates() && readUnderLock());
            String shown = "%s rewrite=%s rows=%s".formatted(measuredLocks(), rewritten, read);
            boolean agrees = claimed.equals(shown)
                    || (effect.certainty() == Certainty.MAY && !tooLittle(effect, rewritten, read));
            boolean indexes = measured("index_locks")
                    .entrySet()
                    .containsAll(locks(effect, true).entrySet());
            return agrees && indexes
                    ? Optional.empty()
                    : Optional.of(name() + " on " + field("pg") + ": claimed " + claimed + ", shown " + shown
                            + (indexes
                                    ? ""
                                    : ", indexes claimed " + locks(effect, true) + ", shown "
                                            + measured("index_locks")));
        }

        /** The new files of a truncated table are empty: nothing is written or read that grows with it. */
        private boolean truncates() {
            return operations().stream()
                    .allMatch(operation -> operation instanceof DdlOperation.DataChange change
                            && change.verb() == DdlOperation.DataChange.Verb.TRUNCATE);
        }

        /** Whether the rows of a table are read that others wait for; data changes lock less. */
        private boolean readUnderLock() {
            Map<String, LockMode> locks = measuredLocks();
            return entries("heap_scans")
                    .anyMatch(entry -> locks.getOrDefault(entry.substring(0, entry.indexOf(':')), LockMode.ACCESS_SHARE)
                                    .compareTo(LockMode.SHARE_UPDATE_EXCLUSIVE)
                            >= 0);
        }

        /** A MAY can claim more than is shown, never less. */
        private boolean tooLittle(Effect effect, boolean rewritten, boolean read) {
            Map<String, LockMode> locks = locks(effect, false);
            boolean locksMissing = measuredLocks().entrySet().stream()
                    .anyMatch(shown -> locks.getOrDefault(shown.getKey(), LockMode.ACCESS_SHARE)
                                    .compareTo(shown.getValue())
                            < 0);
            return locksMissing || (rewritten && !effect.rewrites()) || (read && !effect.takesTime());
        }

        private Map<String, LockMode> locks(Effect effect, boolean ofIndexes) {
            Map<String, LockMode> locks = new TreeMap<>();
            effect.locks().forEach((name, mode) -> {
                if (before().tableOfIndex(name).isPresent() == ofIndexes) {
                    locks.put(name.name(), mode);
                }
            });
            return locks;
        }

        /** Without what is only read, and without the sequence that a default takes values from. */
        private Map<String, LockMode> measuredLocks() {
            Map<String, LockMode> locks = measured("locks");
            locks.values().removeIf(LockMode.ACCESS_SHARE::equals);
            if (operations().get(0) instanceof DdlOperation.AddColumn) {
                locks.remove("sq");
            }
            return locks;
        }

        private Map<String, LockMode> measured(String column) {
            Map<String, LockMode> locks = new TreeMap<>();
            entries(column).forEach(entry -> {
                String relation = entry.substring(0, entry.indexOf('='));
                String mode = entry.substring(entry.indexOf('=') + 1);
                String constant = mode.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
                locks.put(relation, LockMode.valueOf(constant));
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
