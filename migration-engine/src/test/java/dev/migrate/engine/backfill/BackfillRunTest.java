package dev.migrate.engine.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.core.recipe.Backfill;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.embedded.TestDatabase;
import dev.migrate.engine.embedded.TestServer;
import dev.migrate.engine.event.Event;
import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackfillRunTest {
    private final List<Event> events = new ArrayList<>();
    private TestDatabase database;
    private Connection connection;

    @BeforeEach
    void connect() throws Exception {
        use(TestServer.get());
    }

    private void use(TestServer server) throws Exception {
        database = server.database();
        connection = database.connect();
        execute(
                "CREATE SCHEMA migrate; CREATE TABLE poll (id bigint PRIMARY KEY, question text, votes int, slug varchar(20));"
                        + "SET lock_timeout = '50ms'");
    }

    @AfterEach
    void drop() throws Exception {
        connection.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void expressionFillsEveryRowInBatches(int major) throws Exception {
        drop();
        use(TestServer.get(major));
        insert(5000);
        execute("UPDATE poll SET slug = 'kept' WHERE id % 10 = 0");

        run(setting("'s-' || id -- the slug"));

        assertThat(text("SELECT count(*) FROM poll WHERE slug = 's-' || id")).isEqualTo("4500");
        assertThat(text("SELECT count(*) FROM poll WHERE slug = 'kept'")).isEqualTo("500");
        assertThat(batches()).hasSizeGreaterThan(1);
        assertThat(batches().get(batches().size() - 1).rowsDone()).isEqualTo(4500);
        assertThat(text("SELECT rows || ' ' || (converged_at IS NOT NULL) FROM migrate.backfill"))
                .isEqualTo("4500 true");
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void javaFillsEveryRow(int major) throws Exception {
        drop();
        use(TestServer.get(major));
        insert(3000);
        run(computing(row -> row[0] + "#" + row[1]));
        assertThat(text("SELECT count(*) FROM poll WHERE slug = question || '#' || votes"))
                .isEqualTo("3000");
    }

    @Test
    void secondRunDoesNothing() throws Exception {
        insert(100);
        run(setting("'a'"));
        execute("UPDATE poll SET slug = NULL WHERE id = 1");
        run(setting("'b'"));
        assertThat(text("SELECT count(*) FROM poll WHERE slug = 'b'")).isEqualTo("0");
    }

    @Test
    void sparseNegativeAndExtremeKeysAreAllFilled() throws Exception {
        execute(
                "INSERT INTO poll (id, question) SELECT i::bigint * 1000000007, 'q' FROM generate_series(-2000, 2000) i;"
                        + "INSERT INTO poll (id) VALUES (-9223372036854775808), (9223372036854775807)");
        run(setting("'x'"));
        assertThat(text("SELECT count(*) FROM poll WHERE slug IS NULL")).isEqualTo("0");
    }

    @Test
    void anEmptyTableConvergesAtOnce() throws Exception {
        run(setting("'x'"));
        assertThat(text("SELECT converged_at IS NOT NULL FROM migrate.backfill"))
                .isEqualTo("t");
    }

    @Test
    void rowsWithoutAValueStayNull() throws Exception {
        insert(2500);
        run(computing(row -> ((Integer) row[1]) % 2 == 0 ? null : "odd"));
        assertThat(text("SELECT count(*) FROM poll WHERE slug IS NULL AND votes % 2 = 0"))
                .isEqualTo("1250");
        assertThat(text("SELECT count(*) FROM poll WHERE slug = 'odd' AND votes % 2 = 1"))
                .isEqualTo("1250");
    }

    @Test
    void aRowThatChangesWhileJavaComputesIsReadAgain() throws Exception {
        insert(100);
        AtomicBoolean once = new AtomicBoolean();
        run(computing(row -> {
            if (row[0].equals("q50") && once.compareAndSet(false, true)) {
                try {
                    database.execute("UPDATE poll SET question = 'changed' WHERE id = 50");
                } catch (java.sql.SQLException failed) {
                    throw new AssertionError(failed);
                }
            }
            return row[0];
        }));
        assertThat(text("SELECT slug FROM poll WHERE id = 50")).isEqualTo("changed");
        assertThat(text("SELECT count(*) FROM poll WHERE slug IS DISTINCT FROM question"))
                .isEqualTo("0");
    }

    @Test
    void writersBesideItLoseNothing() throws Exception {
        insert(4000);
        AtomicBoolean stop = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            try (Connection other = database.connect();
                    var statement = other.createStatement()) {
                for (int i = 0; !stop.get(); i++) {
                    statement.execute("UPDATE poll SET question = 'w" + i + "' WHERE id = " + (1 + i * 37 % 4000));
                }
            } catch (java.sql.SQLException failed) {
                throw new AssertionError(failed);
            }
        });
        writer.start();
        run(computing(row -> row[1]));
        stop.set(true);
        writer.join();
        assertThat(text("SELECT count(*) FROM poll WHERE slug IS DISTINCT FROM votes::text"))
                .isEqualTo("0");
        assertThat(text("SELECT count(*) FROM poll WHERE question LIKE 'w%'")).isNotEqualTo("0");
    }

    @Test
    void lockedRowsAreWaitedForInShortTries() throws Exception {
        insert(2000);
        try (Connection holder = database.connect()) {
            holder.setAutoCommit(false);
            try (var statement = holder.createStatement()) {
                statement.execute("UPDATE poll SET votes = 0 WHERE id = 1500");
            }
            Thread release = new Thread(() -> {
                try {
                    Thread.sleep(700);
                    holder.commit();
                } catch (InterruptedException | java.sql.SQLException failed) {
                    throw new AssertionError(failed);
                }
            });
            release.start();
            run(setting("'x'"));
            release.join();
        }
        assertThat(text("SELECT count(*) FROM poll WHERE slug = 'x'")).isEqualTo("2000");
    }

    @Test
    void aFunctionThatThrowsNamesTheRowAndLosesNothing() throws Exception {
        insert(3000);
        AtomicBoolean broken = new AtomicBoolean(true);
        Backfill recipe = computing(row -> {
            if (broken.get() && row[0].equals("q1234")) {
                throw new IllegalStateException("no slug");
            }
            return "s";
        });
        assertThatThrownBy(() -> run(recipe))
                .isInstanceOf(UserFailure.class)
                .hasMessageStartingWith("the function of V0003_AddSlug fails on the row of public.poll with id = 1234")
                .hasMessageContaining("found:  java.lang.IllegalStateException: no slug");
        String filled = text("SELECT count(*) FROM poll WHERE slug = 's'");
        assertThat(filled).isEqualTo(text("SELECT done_key FROM migrate.backfill"));
        assertThat(Integer.parseInt(filled)).isBetween(500, 1233);
        broken.set(false);
        run(recipe);
        assertThat(text("SELECT count(*) FROM poll WHERE slug IS NULL")).isEqualTo("0");
    }

    @Test
    void aValueThatIsTooLongIsRefusedAndNotCut() throws Exception {
        insert(10);
        assertThatThrownBy(() -> run(computing(row -> "x".repeat(21))))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("value too long for type character varying(20)");
        assertThat(text("SELECT count(*) FROM poll WHERE slug IS NOT NULL")).isEqualTo("0");
    }

    @Test
    void tableWithoutAnIntegerKeyIsRefused() throws Exception {
        execute("DROP TABLE poll; CREATE TABLE poll (id uuid PRIMARY KEY, question text, votes int, slug text)");
        assertThatThrownBy(() -> run(setting("'x'")))
                .isInstanceOf(UserFailure.class)
                .hasMessageStartingWith("public.poll cannot be backfilled: it has no integer key of one column");
    }

    @Test
    void aUniqueIndexServesAsKey() throws Exception {
        execute(
                "DROP TABLE poll; CREATE TABLE poll (a int, b int, slug text, nr smallint NOT NULL UNIQUE, PRIMARY KEY (a, b));"
                        + "INSERT INTO poll SELECT i, i, NULL, i FROM generate_series(1, 1000) i");
        run(setting("'x'"));
        assertThat(text("SELECT count(*) FROM poll WHERE slug = 'x'")).isEqualTo("1000");
    }

    @Test
    void aModelThatDoesNotFitIsRefusedBeforeTheFirstRow() throws Exception {
        insert(1);
        assertThatThrownBy(() -> run(model(List.of("question"), List.of("int"), row -> "x")))
                .isInstanceOf(UserFailure.class)
                .hasMessageStartingWith("public.poll.question is of type text, and the model of the backfill of"
                        + " public.poll.slug reads it as int");
        assertThatThrownBy(() -> run(model(List.of("qestion"), List.of("java.lang.String"), row -> "x")))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("reads a column that is not there: public.poll.qestion");
        assertThatThrownBy(() -> run(model(List.of("id"), List.of("int"), row -> "x")))
                .hasMessageContaining("needed: a column of type int2 or int4");
        assertThat(text("SELECT to_regclass('migrate.backfill') IS NULL")).isEqualTo("t");
    }

    @Test
    void nullForAPrimitiveNamesTheRow() throws Exception {
        insert(3);
        execute("UPDATE poll SET votes = NULL WHERE id = 2");
        assertThatThrownBy(() -> run(model(List.of("votes"), List.of("int"), row -> "x")))
                .isInstanceOf(UserFailure.class)
                .hasMessageStartingWith("public.poll.votes is NULL in the row with id = 2");
    }

    @Test
    void everyJavaTypeComesAndGoesUnchanged() throws Exception {
        String types =
                "smallint,integer,bigint,real,double precision,boolean,numeric,uuid,date,time,timestamp,timestamptz,bytea,text";
        List<String> java = List.of(
                "short",
                "java.lang.Integer",
                "long",
                "float",
                "double",
                "boolean",
                "java.math.BigDecimal",
                "java.util.UUID",
                "java.time.LocalDate",
                "java.time.LocalTime",
                "java.time.LocalDateTime",
                "java.time.Instant",
                "[B",
                "java.lang.String");
        List<String> values = List.of(
                "-1",
                "2147483647",
                "-9223372036854775808",
                "1.5",
                "0.1",
                "true",
                "1.00",
                "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",
                "2024-02-29",
                "23:59:59.999999",
                "0099-01-01 00:00:00.000001",
                "2020-03-29 00:30:00.5+00",
                "\\x00ff",
                "'; -- \\ ü");
        String[] sql = types.split(",", -1);
        for (int i = 0; i < sql.length; i++) {
            execute("DROP TABLE IF EXISTS v, migrate.backfill; CREATE TABLE v (id int PRIMARY KEY, a " + sql[i] + ", b "
                    + sql[i] + "); INSERT INTO v VALUES (1, "
                    + dev.migrate.core.operation.Identifiers.literal(values.get(i)) + ")");
            run(new Backfill(
                    "v",
                    "b",
                    Optional.empty(),
                    List.of("a"),
                    List.of(java.get(i)),
                    Optional.of(row -> new Object[] {row[0]}),
                    Optional.empty()));
            assertThat(text("SELECT a::text = b::text FROM v")).as(sql[i]).isEqualTo("t");
        }
    }

    @Test
    void oldWritersNeedTheDefaultFirst() throws Exception {
        Backfill recipe = new Backfill(
                "poll", "slug", Optional.of("'x'"), List.of(), List.of(), Optional.empty(), Optional.of("''"));
        assertThatThrownBy(() -> run(recipe))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("without its default");
        execute("ALTER TABLE poll ALTER COLUMN slug SET DEFAULT ''");
        run(recipe);
    }

    @Test
    void killedAtAnyInstantItGoesOnExactly() throws Exception {
        insert(30_000);
        execute("CREATE TABLE touched (id bigint); CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$BEGIN INSERT INTO touched VALUES (NEW.id); RETURN NEW; END$$;"
                + "CREATE TRIGGER touch AFTER UPDATE ON poll FOR EACH ROW EXECUTE FUNCTION touch()");
        int killed = 0;
        for (int i = 0; i < 6; i++) {
            Process process = fork();
            String before = progress();
            for (int wait = 0; wait < 600 && process.isAlive() && progress().equals(before); wait++) {
                Thread.sleep(20);
            }
            Thread.sleep(i * 7L);
            if (process.isAlive()) {
                killed++;
            }
            process.destroyForcibly().waitFor();
        }
        assertThat(killed).isPositive();
        waitForNoOther();
        run(computing(row -> row[0]));
        assertThat(text("SELECT count(*) FROM poll WHERE slug IS DISTINCT FROM question"))
                .isEqualTo("0");
        assertThat(text("SELECT count(*) || ' ' || count(DISTINCT id) FROM touched"))
                .isEqualTo("30000 30000");
        assertThat(text("SELECT rows FROM migrate.backfill")).isEqualTo("30000");
    }

    private String progress() throws Exception {
        return text("SELECT to_regclass('migrate.backfill') IS NOT NULL").equals("t")
                ? text("SELECT coalesce(max(done_key), 0) FROM migrate.backfill")
                : "0";
    }

    private void waitForNoOther() throws Exception {
        while (!text("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
                        + " AND application_name = 'forked'")
                .equals("0")) {
            Thread.sleep(20);
        }
    }

    private Process fork() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Forked.class.getName(),
                        database.url() + "&ApplicationName=forked")
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"))
                .start();
    }

    /** The runner that is killed. */
    static final class Forked {
        private Forked() {}

        public static void main(String[] arguments) throws Exception {
            org.postgresql.ds.PGSimpleDataSource source = new org.postgresql.ds.PGSimpleDataSource();
            source.setUrl(arguments[0]);
            try (Connection connection = source.getConnection()) {
                BackfillRun.run(order(connection, computing(row -> row[0]), event -> {}, Duration.ofMillis(20)));
            }
        }
    }

    private static BackfillRun.Order order(
            Connection connection, Backfill recipe, dev.migrate.engine.event.Events events, Duration target) {
        return new BackfillRun.Order(
                connection,
                new BackfillJournal.Key("migrate", "polls", "public", "V0003_AddSlug", 1),
                recipe,
                target,
                events);
    }

    private void run(Backfill recipe) {
        BackfillRun.run(order(connection, recipe, events::add, Duration.ofMillis(100)));
    }

    private static Backfill setting(String expression) {
        return new Backfill(
                "poll", "slug", Optional.of(expression), List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    private static Backfill computing(Function<Object[], Object> function) {
        return model(List.of("question", "votes"), List.of("java.lang.String", "java.lang.Integer"), function);
    }

    private static Backfill model(List<String> columns, List<String> types, Function<Object[], Object> function) {
        return new Backfill(
                "poll",
                "slug",
                Optional.empty(),
                columns,
                types,
                Optional.of(row -> new Object[] {function.apply(row)}),
                Optional.empty());
    }

    private List<Event.Batch> batches() {
        return events.stream()
                .filter(Event.Batch.class::isInstance)
                .map(Event.Batch.class::cast)
                .toList();
    }

    private void insert(int rows) throws Exception {
        execute("INSERT INTO poll (id, question, votes) SELECT i, 'q' || i, i FROM generate_series(1, " + rows + ") i");
    }

    private String text(String query) throws Exception {
        return String.valueOf(database.text(query));
    }

    private void execute(String sql) throws Exception {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
