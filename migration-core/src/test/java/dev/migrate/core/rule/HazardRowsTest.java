package dev.migrate.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.api.Hazard.Category;
import dev.migrate.core.finding.Finding;
import dev.migrate.core.finding.Finding.Certainty;
import dev.migrate.core.finding.Finding.Level;
import dev.migrate.core.sql.SqlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of expectations for what is counted apart from blocking: each dangerous statement of a kind, and beside it
 * harmless ones that look like it, with the findings on data loss, the running release and failing half-way.
 * {@code -Dupdate.rows=true} writes what is found, to be read before it is kept.
 */
class HazardRowsTest {
    private static final Path ROWS = Path.of("src/test/resources/dev/migrate/core/rule/hazard-rows.txt");
    private static final Set<Category> COUNTED =
            Set.of(Category.DATA_LOSS, Category.BREAKS_OLD_RELEASE, Category.CAN_FAIL);

    record Row(String name, String earlier, String sql, String expected) {
        static Row of(String line) {
            String name = line.substring(0, line.indexOf(": "));
            int arrow = line.lastIndexOf(" => ");
            String sql = line.substring(name.length() + 2, arrow);
            int split = sql.indexOf(" |> ");
            return new Row(
                    name,
                    split < 0 ? "" : sql.substring(0, split),
                    split < 0 ? sql : sql.substring(split + 4),
                    line.substring(arrow + 4));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Row> rows() {
        return lines().stream().filter(HazardRowsTest::isRow).map(Row::of);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void findsWhatTheRowExpects(Row row) {
        assertThat(found(row)).as(row.sql()).isEqualTo(row.expected());
    }

    @Test
    void everyRowHasANameOfItsOwn() {
        assertThat(rows().map(Row::name)).doesNotHaveDuplicates().hasSizeGreaterThan(120);
    }

    @Test
    void writesTheRowsWhenAsked() throws IOException {
        if (!Boolean.getBoolean("update.rows")) {
            return;
        }
        List<String> written = lines().stream()
                .map(line -> isRow(line) ? line.substring(0, line.lastIndexOf(" => ") + 4) + found(Row.of(line)) : line)
                .toList();
        Files.write(ROWS, written);
    }

    private static boolean isRow(String line) {
        return !line.startsWith("#") && line.contains(" => ");
    }

    private static String found(Row row) {
        String found = findings(row).stream()
                .filter(finding -> COUNTED.contains(finding.category()))
                .map(HazardRowsTest::shown)
                .distinct()
                .collect(Collectors.joining(", "));
        return found.isEmpty() ? "none" : found;
    }

    private static String shown(Finding finding) {
        List<String> words = new ArrayList<>(List.of(finding.rule()));
        if (finding.certainty() == Certainty.MAY) {
            words.add("may");
        }
        if (finding.level() != Level.ERROR) {
            words.add(finding.level().name().toLowerCase(Locale.ROOT));
        }
        return String.join(" ", words);
    }

    private static List<Finding> findings(Row row) {
        Migrations base = Migrations.sqlFile("V0001_A").release("old", true);
        base().forEach(base::sql);
        statements(row.earlier()).forEach(base::sql);
        Migrations judged = Migrations.sqlFile("V0002_B");
        statements(row.sql()).forEach(judged::sql);
        return Migrations.judge(base, judged);
    }

    private static List<String> base() {
        return lines().stream()
                .dropWhile(line -> !line.equals("## base"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static Stream<String> statements(String sql) {
        return SqlReader.read(sql).stream().map(statement -> statement.text());
    }

    private static List<String> lines() {
        try (InputStream stream = HazardRowsTest.class.getResourceAsStream("hazard-rows.txt")) {
            String all = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            return all.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
