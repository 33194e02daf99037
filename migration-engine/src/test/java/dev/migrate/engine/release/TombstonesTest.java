package dev.migrate.engine.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.core.recipe.RetireColumn;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.embedded.TestDatabase;
import dev.migrate.engine.embedded.TestServer;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TombstonesTest {
    private static final ReleaseScope SCOPE = new ReleaseScope("migrate", "polls", "public");
    private static final RetireColumn RETIRE = new RetireColumn("poll", "old field");
    private static final String COLUMNS =
            "SELECT string_agg(attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull || ' ' ||"
                    + " coalesce(pg_get_expr(adbin, adrelid), ''), ', ' ORDER BY attnum) FROM pg_attribute LEFT JOIN pg_attrdef"
                    + " ON adrelid = attrelid AND adnum = attnum WHERE attrelid = 'poll'::regclass AND attnum > 0";
    private static final String CONSTRAINTS =
            "SELECT string_agg(conname || ' ' || pg_get_constraintdef(oid), ', ' ORDER BY conname) FROM pg_constraint"
                    + " WHERE conrelid = 'poll'::regclass AND contype <> 'n'";

    private TestDatabase database;
    private Connection connection;

    @BeforeEach
    void connect() throws Exception {
        use(TestServer.get());
    }

    private void use(TestServer server) throws Exception {
        database = server.database();
        connection = database.connect();
        database.execute("CREATE TABLE voter (id bigint PRIMARY KEY); INSERT INTO voter VALUES (7);"
                + "CREATE TABLE poll (id bigint PRIMARY KEY, \"old field\" bigint NOT NULL DEFAULT 7, question text,"
                + " CONSTRAINT one UNIQUE (\"old field\", id), CONSTRAINT positive CHECK (\"old field\" > 0),"
                + " CONSTRAINT voter FOREIGN KEY (\"old field\") REFERENCES voter (id), CONSTRAINT asked CHECK (question <> ''));"
                + "INSERT INTO poll VALUES (1, 7, 'a'), (2, 7, 'b')");
    }

    @AfterEach
    void drop() throws Exception {
        connection.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void hidesAndBringsBackAsItWas(int major) throws Exception {
        drop();
        use(TestServer.get(major));
        String columns = text(COLUMNS);
        String constraints = text(CONSTRAINTS);

        run(Tombstones.hide(connection, SCOPE, "V5_Drop", RETIRE));
        assertThatThrownBy(() -> database.execute("SELECT \"old field\" FROM poll"))
                .hasMessageContaining("does not exist");
        assertThat(text(CONSTRAINTS)).contains("asked").doesNotContain("positive");
        database.execute("DELETE FROM poll WHERE id = 2; INSERT INTO poll (id, question) VALUES (3, 'c'), (4, 'd')");
        database.execute("DELETE FROM poll WHERE id > 2; DELETE FROM voter WHERE false");

        run(Tombstones.restore(connection, SCOPE, "V5_Drop"));
        assertThat(text(COLUMNS)).isEqualTo(columns);
        assertThat(text(CONSTRAINTS)).isEqualTo(constraints);
        assertThat(text("SELECT \"old field\" FROM poll WHERE id = 1")).isEqualTo("7");
        assertThat(text("SELECT count(*) FROM migrate.tombstone")).isEqualTo("0");
    }

    @Test
    void rowsWrittenSinceAreCountedBeforeAnythingIsTouched() throws Exception {
        run(Tombstones.hide(connection, SCOPE, "V5_Drop", RETIRE));
        database.execute("INSERT INTO poll (id, question) VALUES (3, 'c'), (4, 'd')");
        assertThatThrownBy(() -> Tombstones.restore(connection, SCOPE, "V5_Drop"))
                .isInstanceOf(UserFailure.class)
                .hasMessageStartingWith("public.poll.old field cannot come back as it was: it was NOT NULL")
                .hasMessageContaining("found:  2 rows written since without it");
    }

    @Test
    void refusesWhileSomethingNeedsTheColumn() throws Exception {
        database.execute("CREATE VIEW shown AS SELECT \"old field\" FROM poll;"
                + "CREATE MATERIALIZED VIEW kept AS SELECT \"old field\" FROM poll;"
                + "CREATE POLICY mine ON poll USING (\"old field\" = 7);"
                + "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';"
                + "CREATE TRIGGER watch AFTER UPDATE OF \"old field\" ON poll FOR EACH ROW EXECUTE FUNCTION f();"
                + "ALTER TABLE poll ADD COLUMN twice bigint GENERATED ALWAYS AS (\"old field\" * 2) STORED");
        assertThatThrownBy(() -> Tombstones.hide(connection, SCOPE, "V5_Drop", RETIRE))
                .isInstanceOf(UserFailure.class)
                .hasMessageStartingWith("V5_Drop cannot hide public.poll.old field: something in the database needs it")
                .hasMessageContaining("view shown")
                .hasMessageContaining("materialized view kept")
                .hasMessageContaining("policy mine")
                .hasMessageContaining("trigger watch")
                .hasMessageContaining("twice");
    }

    @Test
    void refusesAKeyThatOthersReference() throws Exception {
        assertThatThrownBy(() -> Tombstones.hide(connection, SCOPE, "V5_Drop", new RetireColumn("voter", "id")))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("constraint voter of poll")
                .hasMessageContaining("the primary key voter_pkey");
    }

    @Test
    void aColumnThatIsNotThereIsAUserFailure() {
        assertThatThrownBy(() -> Tombstones.hide(connection, SCOPE, "V5_Drop", new RetireColumn("poll", "gone")))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("V5_Drop cannot hide poll.gone: there is no such column");
    }

    @Test
    void tombstonesAreDroppedWhenTheyAreOldEnough() throws Exception {
        run(Tombstones.hide(connection, SCOPE, "V5_Drop", RETIRE));
        assertThat(Tombstones.due(connection, SCOPE, Duration.ofDays(7))).isEmpty();
        List<HiddenColumn> due = Tombstones.due(connection, SCOPE, Duration.ZERO);
        assertThat(due).hasSize(1);
        run(Tombstones.drop(SCOPE, due.get(0)));
        assertThat(text(COLUMNS)).doesNotContain("migrate_gone");
        assertThat(Tombstones.due(connection, SCOPE, Duration.ZERO)).isEmpty();
        assertThatThrownBy(() -> Tombstones.restore(connection, SCOPE, "V5_Drop"))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("its tombstone was dropped");
    }

    @Test
    void longNamesStayWithinTheServersLimit() throws Exception {
        String longest = "ü".repeat(31);
        database.execute("ALTER TABLE poll ADD COLUMN \"" + longest + "\" int");
        run(Tombstones.hide(connection, SCOPE, "V5_Drop", new RetireColumn("poll", longest)));
        String hidden = text("SELECT hidden_as FROM migrate.tombstone");
        assertThat(text(COLUMNS)).contains(hidden);
        run(Tombstones.restore(connection, SCOPE, "V5_Drop"));
        assertThat(text(COLUMNS)).contains(longest);
    }

    private void run(List<String> statements) throws Exception {
        try (var statement = connection.createStatement()) {
            statement.execute("BEGIN;\n" + String.join(";\n", statements) + ";\nCOMMIT");
        }
    }

    private String text(String query) throws Exception {
        return String.valueOf(database.text(query));
    }
}
