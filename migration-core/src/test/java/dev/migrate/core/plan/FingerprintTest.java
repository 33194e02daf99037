package dev.migrate.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.migration.Kind;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Place;
import dev.migrate.core.migration.Shape;
import dev.migrate.core.migration.Step;
import dev.migrate.core.recipe.Recipe;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FingerprintTest {
    private static final Place HERE = Place.line("V0001_X.java", 1);
    private static final List<String> ROWS =
            List.of("record", "Poll", "(", "long", "id", ")", "{", "}", "poll", "->", "1");
    private static final Step ADD_COLUMN = sql("ALTER TABLE polls ADD COLUMN priority int NOT NULL DEFAULT 0");
    private static final Step INDEX = recipe(
            "indexConcurrently",
            Map.of(
                    "index", "polls_priority_idx",
                    "table", "polls",
                    "columns", List.of("priority", "id"),
                    "including", List.of("title"),
                    "unique", true,
                    "using", "btree",
                    "where", "priority > 0"));
    private static final Step BACKFILL_IN_JAVA = recipe(
            "backfill",
            Map.of(
                    "table",
                    "polls",
                    "column",
                    "slug",
                    "reading",
                    List.of("id", "title"),
                    "types",
                    List.of("long", "java.lang.String"),
                    "computing",
                    Function.<Object[]>identity(),
                    "oldWritersGet",
                    "''"));

    /** What the file of recorded fingerprints names. */
    private static final Map<String, Fingerprint> EXAMPLES = Map.ofEntries(
            Map.entry("empty", of()),
            Map.entry("statement", of(ADD_COLUMN)),
            Map.entry("statements", of(ADD_COLUMN, sql("COMMENT ON TABLE polls IS 'It''s é'"))),
            Map.entry("quoted", of(sql("create table \"Polls\" (\"Id\" bigint, body text default $$a  b$$)"))),
            Map.entry("unread", of(sql("GRANT SELECT ON polls TO reader"))),
            Map.entry("outside", of(outside("VACUUM polls", "SELECT true"))),
            Map.entry("index", of(INDEX)),
            Map.entry("dropIndex", of(recipe("dropIndexConcurrently", Map.of("index", "polls_priority_idx")))),
            Map.entry(
                    "backfillInSql",
                    of(recipe("backfill", Map.of("table", "polls", "column", "slug", "setting", "lower(title)")))),
            Map.entry(
                    "backfillInJava", Fingerprint.of(migration(BACKFILL_IN_JAVA).withRowFunctionTokens(ROWS))),
            Map.entry("retire", of(recipe("retireColumn", Map.of("table", "polls", "column", "slug")))),
            Map.entry(
                    "contract",
                    Fingerprint.ofContract(
                            migration(INDEX, recipe("retireColumn", Map.of("table", "polls", "column", "slug"))))));

    static List<String> examples() {
        return EXAMPLES.keySet().stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isWhatHistoriesHold(String example) throws IOException {
        Fingerprint fingerprint = Objects.requireNonNull(EXAMPLES.get(example));
        assertThat(fingerprint.form()).isEqualTo(1);
        assertThat(fingerprint.text())
                .as("%s: databases hold this fingerprint; a change of it needs a new form", example)
                .isEqualTo(recorded().getProperty(example));
    }

    @Test
    void everyRecordedFingerprintIsTested() throws IOException {
        assertThat(recorded().stringPropertyNames()).isEqualTo(EXAMPLES.keySet());
    }

    @Test
    void layoutAndCommentsOfSqlDoNotCount() {
        assertThat(of(sql("alter  table POLLS -- why\n add /* the */ column Priority INT not null default 0")))
                .isEqualTo(of(ADD_COLUMN));
    }

    @Test
    void literalsAndQuotedNamesCount() {
        assertThat(of(sql("SELECT 'a'"))).isNotEqualTo(of(sql("SELECT 'A'")));
        assertThat(of(sql("SELECT \"a\""))).isNotEqualTo(of(sql("SELECT \"A\"")));
    }

    @Test
    void anEditedRowFunctionIsAnotherMigration() {
        Migration backfill = migration(BACKFILL_IN_JAVA);
        Fingerprint edited = Fingerprint.of(backfill.withRowFunctionTokens(
                ROWS.stream().map(token -> token.equals("1") ? "2" : token).toList()));
        assertThat(edited).isNotEqualTo(Fingerprint.of(backfill.withRowFunctionTokens(ROWS)));
    }

    @Test
    void noTextPassesForTwo() {
        assertThat(of(sql("SELECT 1"), sql("SELECT 2"))).isNotEqualTo(of(sql("SELECT 1\nSELECT 2")));
        assertThat(Fingerprint.of(migration(BACKFILL_IN_JAVA).withRowFunctionTokens(List.of("a", "b"))))
                .isNotEqualTo(Fingerprint.of(migration(BACKFILL_IN_JAVA).withRowFunctionTokens(List.of("a 1:b"))));
    }

    private static Properties recorded() throws IOException {
        Properties recorded = new Properties();
        try (InputStream in = Objects.requireNonNull(FingerprintTest.class.getResourceAsStream("fingerprints-1.txt"));
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            recorded.load(reader);
        }
        return recorded;
    }

    private static Fingerprint of(Step... steps) {
        return Fingerprint.of(migration(steps));
    }

    private static Step sql(String text) {
        return new Step.Statement(Optional.of(text), List.of(), Optional.empty(), Optional.empty(), List.of(), HERE);
    }

    private static Step outside(String text, String doneWhen) {
        return new Step.Statement(
                Optional.of(text), List.of(), Optional.empty(), Optional.of(doneWhen), List.of(), HERE);
    }

    private static Step recipe(String name, Map<String, ?> arguments) {
        return new Step.RecipeUse(Recipe.of(name, arguments), HERE);
    }

    private static Migration migration(Step... steps) {
        return new Migration(
                "polls.V0001_X",
                "V0001_X",
                Optional.of("polls"),
                OptionalInt.of(15),
                Optional.empty(),
                false,
                List.of(Kind.SAFE),
                Optional.of(Shape.SCHEMA),
                false,
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(steps),
                Optional.empty(),
                List.of(),
                List.of(),
                HERE);
    }
}
