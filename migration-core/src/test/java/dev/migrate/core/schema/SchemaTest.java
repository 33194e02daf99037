package dev.migrate.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.operation.DataType;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.sql.SpannedOperation;
import dev.migrate.core.sql.SqlReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private static final String POLL = """
            CREATE TABLE author (id bigint PRIMARY KEY);
            CREATE TABLE poll (
                id serial PRIMARY KEY,
                title text NOT NULL CHECK (length(title) > 0),
                a int UNIQUE,
                b int DEFAULT 1,
                author_id bigint REFERENCES author,
                CHECK (a > b),
                CHECK (a > 0),
                UNIQUE (a, b)
            );
            """;

    @Test
    void namesConstraintsAndIndexesAsPostgresDoes() {
        Table poll = table(POLL + "CREATE INDEX ON poll (a); CREATE INDEX ON poll (a);"
                + "CREATE INDEX ON poll (lower(title), (a + b)) INCLUDE (b)");

        assertThat(poll.constraints())
                .extracting(Constraint::name)
                .containsExactlyInAnyOrder(
                        "poll_pkey",
                        "poll_title_check",
                        "poll_a_key",
                        "poll_author_id_fkey",
                        "poll_check",
                        "poll_a_check",
                        "poll_a_b_key");
        assertThat(poll.indexes())
                .extracting(Index::name)
                .containsExactly(
                        "poll_pkey",
                        "poll_a_key",
                        "poll_a_b_key",
                        "poll_a_idx",
                        "poll_a_idx1",
                        "poll_lower_expr_b_idx");
    }

    @Test
    void derivedNamesFitInto63Bytes() {
        String column = "c".repeat(40);
        Table table = table("CREATE TABLE " + "t".repeat(50) + " (" + column + " int UNIQUE)", "t".repeat(50));

        assertThat(table.constraints().get(0).name()).isEqualTo("t".repeat(29) + "_" + "c".repeat(29) + "_key");
    }

    @Test
    void serialIsAnIntegerThatFillsItself() {
        Column id = column(table(POLL), "id");

        assertThat(id.type()).isEqualTo(DataType.of("integer"));
        assertThat(id.notNull()).isTrue();
        assertThat(id.defaultExpression()).contains("nextval('poll_id_seq'::regclass)");
    }

    @Test
    void droppedColumnTakesItsConstraintsAndIndexesAlong() {
        Table poll = table(POLL + "CREATE INDEX i ON poll (b) WHERE a > 0; ALTER TABLE poll DROP COLUMN a");

        assertThat(poll.constraints())
                .extracting(Constraint::name)
                .containsExactly("poll_pkey", "poll_title_check", "poll_author_id_fkey");
        assertThat(poll.indexes()).extracting(Index::name).containsExactly("poll_pkey");
    }

    @Test
    void renamedColumnIsRenamedInConditionsKeysAndReferences() {
        Schema schema = schema(POLL + "CREATE INDEX i ON poll ((a + b)) WHERE a > 0;"
                + "ALTER TABLE poll RENAME a TO \"A\"; ALTER TABLE author RENAME id TO key;"
                + "ALTER TABLE author RENAME TO writer");
        Table poll = schema.table(ObjectName.of("poll")).orElseThrow();

        assertThat(poll.constraint("poll_check").orElseThrow().spec().toString())
                .contains("\"A\" > b");
        assertThat(poll.constraint("poll_a_b_key").orElseThrow().columns()).containsExactly("A", "b");
        assertThat(poll.index("i").orElseThrow().keys()).containsExactly("(\"A\" + b)");
        assertThat(schema.referencing(ObjectName.of("writer"))).containsExactly(poll);
        assertThat(schema.referencing(ObjectName.of("author"))).isEmpty();
        assertThat(schema.referencedColumns(
                        poll.constraint("poll_author_id_fkey").orElseThrow(), ObjectName.of("writer")))
                .containsExactly("key");
    }

    @Test
    void notValidIsNotProvedUntilItIsValidated() {
        String notValid = POLL + "ALTER TABLE poll ADD CONSTRAINT n CHECK (b IS NOT NULL) NOT VALID;";

        assertThat(table(notValid).provesNotNull("b")).isFalse();
        assertThat(table(notValid + "ALTER TABLE poll VALIDATE CONSTRAINT n").provesNotNull("b"))
                .isTrue();
    }

    @Test
    void primaryKeyMakesItsColumnsNotNullAndTakesOverItsIndex() {
        Table table = table("CREATE TABLE poll (a int); CREATE UNIQUE INDEX i ON poll (a);"
                + "ALTER TABLE poll ADD CONSTRAINT pk PRIMARY KEY USING INDEX i");

        assertThat(column(table, "a").notNull()).isTrue();
        assertThat(table.primaryKey()).containsExactly("a");
        assertThat(table.indexes()).extracting(Index::name).containsExactly("pk");
        assertThat(table("CREATE TABLE poll (a int PRIMARY KEY); ALTER INDEX poll_pkey RENAME TO k;"
                                + "ALTER TABLE poll DROP CONSTRAINT k")
                        .indexes())
                .isEmpty();
    }

    @Test
    void notNullConstraintIsDroppedByItsDerivedName() {
        Table poll = table(POLL + "ALTER TABLE poll DROP CONSTRAINT poll_title_not_null");

        assertThat(column(poll, "title").notNull()).isFalse();
    }

    @Test
    void tableSeenOnlyThroughAltersIsNotKnown() {
        Table poll = table("ALTER TABLE poll ADD x int DEFAULT 1; CREATE TABLE IF NOT EXISTS poll (y int)");

        assertThat(poll.known()).isFalse();
        assertThat(poll.columns()).extracting(Column::name).containsExactly("x");
    }

    @Test
    void temporaryTableIsNoPartOfTheSchema() {
        assertThat(schema("CREATE TEMP TABLE poll (a int)").tables()).isEmpty();
    }

    @Test
    void droppedTableIsGoneWithTheForeignKeysToIt() {
        Schema schema = schema(POLL + "DROP TABLE author CASCADE");

        assertThat(schema.table(ObjectName.of("author"))).isEmpty();
        assertThat(schema.table(ObjectName.of("poll")).orElseThrow().constraint("poll_author_id_fkey"))
                .isEmpty();
        assertThat(schema(POLL + "DROP TABLE poll").tableOfIndex(ObjectName.of("poll_pkey")))
                .isEmpty();
    }

    @Test
    void earlierSchemaStaysAsItWas() {
        Schema before = schema(POLL);
        Schema after = before.apply(SqlReader.read("ALTER TABLE poll DROP b").stream()
                .flatMap(statement -> statement.operations().stream())
                .map(SpannedOperation::operation)
                .toList());

        assertThat(before.table(ObjectName.of("poll")).flatMap(poll -> poll.column("b")))
                .isPresent();
        assertThat(after.table(ObjectName.of("poll")).flatMap(poll -> poll.column("b")))
                .isEmpty();
    }

    /** Keys with one hash code share a chain, and none of them is lost. */
    @Test
    void mapHoldsAllOfManyKeysAndOfEqualHashes() {
        SharingMap<String, Integer> map = SharingMap.empty();
        List<String> equalHashes = List.of("AaAa", "BBBB", "AaBB", "BBAa");
        for (int at = 0; at < 5_000; at++) {
            map = map.with("key" + at, at).with(equalHashes.get(at % 4), at);
        }

        assertThat(map.values()).hasSize(5_004);
        assertThat(map.get("key4321")).contains(4321);
        assertThat(map.get("AaBB")).contains(4998);
        assertThat(map.without("AaBB").get("AaBB")).isEmpty();
        assertThat(map.without("AaBB").get("BBBB")).contains(4997);
        assertThat(map.without("key1").values()).hasSize(5_003);
    }

    private static Column column(Table table, String name) {
        return table.column(name).orElseThrow();
    }

    private static Table table(String sql) {
        return table(sql, "poll");
    }

    private static Table table(String sql, String name) {
        return Optional.of(schema(sql))
                .flatMap(schema -> schema.table(ObjectName.of(name)))
                .orElseThrow();
    }

    private static Schema schema(String sql) {
        return Schema.empty()
                .apply(SqlReader.read(sql).stream()
                        .flatMap(statement -> statement.operations().stream())
                        .map(SpannedOperation::operation)
                        .toList());
    }
}
