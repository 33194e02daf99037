package dev.migrate.engine.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.core.operation.ObjectName;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.embedded.TestDatabase;
import dev.migrate.engine.embedded.TestServer;
import dev.migrate.engine.event.Events;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupTest {
    private static final ObjectName POLL = ObjectName.of("public", "poll");

    @TempDir
    Path directory;

    private TestDatabase database;
    private Connection connection;

    @BeforeEach
    void connect() throws Exception {
        use(TestServer.get());
    }

    private void use(TestServer server) throws Exception {
        database = server.database();
        connection = database.connect();
        execute("CREATE TYPE mood AS ENUM ('glad', 'sad');"
                + "CREATE TABLE poll (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, question text, price numeric,"
                + " at timestamptz, raw bytea, tags text[], m mood, f float8,"
                + " upper text GENERATED ALWAYS AS (upper(question)) STORED);"
                + "INSERT INTO poll (question, price, at, raw, tags, m, f) SELECT 'q' || i || E'\\t\\n\\\\ü', i / 7.0,"
                + " timestamptz '2020-03-29 00:30+00' + i * interval '1 hour', decode('00ff', 'hex'),"
                + " ARRAY['a', NULL, 'b,c'], 'sad', i / 3.0::float8 FROM generate_series(1, 2000) i;"
                + "INSERT INTO poll (question, price) VALUES (NULL, 1.0), ('', 1.00), ('\\N', 'NaN')");
    }

    @AfterEach
    void drop() throws Exception {
        connection.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void restoresEveryRowIntoAnEmptyTable(int major) throws Exception {
        drop();
        use(TestServer.get(major));
        Backups.Backup backup = take("whole", POLL);
        String before = digest("poll");
        execute("ALTER TABLE poll RENAME TO old_poll; CREATE TABLE poll (LIKE old_poll INCLUDING ALL)");

        long rows = Restore.table(connection, backup.folder(), POLL, POLL, Events.none());

        assertThat(rows).isEqualTo(2003);
        assertThat(digest("poll")).isEqualTo(before);
        execute("INSERT INTO poll (question) VALUES ('next')");
        assertThat(database.text("SELECT max(id) FROM poll")).isEqualTo("2004");
        assertThat(connection.getAutoCommit()).isTrue();
    }

    @Test
    void saysWhatItIs() throws Exception {
        Backups.Backup backup = take("first", POLL);
        assertThat(backup.summary())
                .startsWith("first: 1 table, 2,003 rows, ")
                .endsWith(" bytes; V3 (checksummed, not restored)");
        assertThat(backup.manifest().tables().get(0).columns())
                .extracting(Manifest.Column::name)
                .containsExactly("id", "question", "price", "at", "raw", "tags", "m", "f");
        assertThat(Manifest.read(backup.folder())).isEqualTo(backup.manifest());
    }

    @Test
    void onlyItsOwnerMayReadIt() throws Exception {
        Path folder = take("private", POLL).folder();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        for (String file : List.of("manifest.json", "0001.copy")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void allTablesAreOfOneSnapshotAndItIsClosedAfterwards() throws Exception {
        execute("CREATE TABLE second AS SELECT 1 AS n");
        Backups.Order order = new Backups.Order(directory, "one", List.of(POLL, ObjectName.of("second")), bytes -> {
            try {
                database.execute("INSERT INTO second VALUES (2)");
            } catch (java.sql.SQLException failed) {
                throw new AssertionError(failed);
            }
        });
        Backups.Backup backup = Backups.take(connection, order, Events.none());

        assertThat(database.text("SELECT count(*) > 1 FROM second")).isEqualTo("t");
        assertThat(backup.manifest().tables().get(1).rows()).isEqualTo(1);
        assertThat(database.text("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND backend_xmin IS NOT NULL AND pid <> pg_backend_pid()"))
                .isEqualTo("0");
    }

    @Test
    void namesOfAnyFormAreKept() throws Exception {
        String hostile = "we\"ird '; DROP TABLE poll; -- ../../etc/passwd \\ ü";
        execute("CREATE SCHEMA \"S.1\"; CREATE TABLE \"S.1\".\"" + hostile.replace("\"", "\"\"")
                + "\" (\"a\"\"b\" int, \"select\" text); INSERT INTO \"S.1\".\"" + hostile.replace("\"", "\"\"")
                + "\" VALUES (1, 'x')");
        ObjectName name = ObjectName.of("S.1", hostile);
        Backups.Backup backup = take("hostile", name);
        execute("DELETE FROM " + name.sql());

        assertThat(Restore.table(connection, backup.folder(), name, name, Events.none()))
                .isEqualTo(1);
        assertThat(database.text("SELECT count(*) FROM poll")).isEqualTo("2003");
        try (var files = Files.list(backup.folder())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("manifest.json", "0001.copy");
        }
    }

    @Test
    void partitionedAndEmptyTablesAreBackedUpWhole() throws Exception {
        execute("CREATE TABLE part (k int, v text) PARTITION BY RANGE (k);"
                + "CREATE TABLE part_1 PARTITION OF part FOR VALUES FROM (0) TO (10);"
                + "CREATE TABLE part_2 PARTITION OF part FOR VALUES FROM (10) TO (20);"
                + "INSERT INTO part SELECT i, 'v' FROM generate_series(0, 19) i; CREATE TABLE nothing (a int)");
        Backups.Backup backup = take("parts", ObjectName.of("part"), ObjectName.of("nothing"));
        assertThat(backup.manifest().tables()).extracting(Manifest.Table::rows).containsExactly(20L, 0L);
        execute("TRUNCATE part");
        Restore.table(connection, backup.folder(), ObjectName.of("part"), ObjectName.of("part"), Events.none());
        assertThat(database.text("SELECT count(*) FROM part_2")).isEqualTo("10");
        assertThat(Backups.tablesOf(connection, "public"))
                .extracting(ObjectName::name)
                .containsExactly("nothing", "part", "poll");
    }

    @Test
    void everyTruncationIsFound() throws Exception {
        Path file = take("cut", POLL).folder().resolve("0001.copy");
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            Files.write(file, java.util.Arrays.copyOf(whole, random.nextInt(whole.length)));
            assertDamaged(java.util.Objects.requireNonNull(file.getParent()), "0001.copy (public.poll) has ");
        }
    }

    @Test
    void everyFlippedBitIsFound() throws Exception {
        Path file = take("rot", POLL).folder().resolve("0001.copy");
        Random random = new Random(2);
        for (int i = 0; i < 100; i++) {
            flip(
                    file,
                    (long) (random.nextDouble() * Files.size(file)),
                    1 << random.nextInt(8),
                    () -> assertDamaged(
                            java.util.Objects.requireNonNull(file.getParent()),
                            "0001.copy (public.poll) differs from its SHA-256"));
        }
    }

    @Test
    void missingAndForeignFilesAreFound() throws Exception {
        Path folder = take("set", POLL).folder();
        Files.createFile(folder.resolve("0002.copy"));
        assertDamaged(folder, "0002.copy is not in the manifest");
        Files.delete(folder.resolve("0002.copy"));
        Files.delete(folder.resolve("0001.copy"));
        assertDamaged(folder, "0001.copy is missing");
    }

    @Test
    void aFolderWithoutManifestIsNoBackup() throws Exception {
        Path folder = take("headless", POLL).folder();
        assertThat(Backups.list(directory)).hasSize(1);
        Files.delete(folder.resolve("manifest.json"));
        assertThat(Backups.list(directory)).isEmpty();
        assertThatThrownBy(() -> restore(folder))
                .isInstanceOf(UserFailure.class)
                .hasMessageStartingWith(folder + " is no complete backup");
    }

    @Test
    void aManifestThatIsNoJsonIsDamage() throws Exception {
        Path folder = take("torn", POLL).folder();
        Files.writeString(folder.resolve("manifest.json"), "{\"form\": 1, \"tab");
        assertDamaged(folder, "manifest.json cannot be read");
    }

    @Test
    void aFileAndManifestThatAgreeButLieAreFoundByTheContentSum() throws Exception {
        Path folder = take("lie", POLL).folder();
        Manifest manifest = Manifest.read(folder);
        Manifest.Table table = manifest.tables().get(0);
        String changed = Files.readString(folder.resolve("0001.copy")).replaceFirst("q77\\\\t", "q78\\\\t");
        Files.writeString(folder.resolve("0001.copy"), changed);
        String sha = java.util.HexFormat.of()
                .formatHex(TableWriter.sha256().digest(changed.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        Files.writeString(
                folder.resolve("manifest.json"),
                Files.readString(folder.resolve("manifest.json")).replace(table.sha256(), sha));
        execute("DELETE FROM poll");
        assertThatThrownBy(() -> restore(folder))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("the rows restored into public.poll are not those of the backup");
        assertThat(database.text("SELECT count(*) FROM poll")).isEqualTo("0");
    }

    @Test
    void aTableWithRowsIsNeverRestoredInto() throws Exception {
        Path folder = take("full", POLL).folder();
        assertThatThrownBy(() -> restore(folder))
                .isInstanceOf(UserFailure.class)
                .hasMessageStartingWith("the table public.poll is not empty");
        assertThat(database.text("SELECT count(*) FROM poll")).isEqualTo("2003");
    }

    @Test
    void otherColumnsAreNamed() throws Exception {
        Path folder = take("columns", POLL).folder();
        execute("DELETE FROM poll; ALTER TABLE poll DROP COLUMN f; ALTER TABLE poll ADD COLUMN g int");
        assertThatThrownBy(() -> restore(folder))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("the columns of public.poll are not those of the backup")
                .hasMessageContaining("needed: f double precision")
                .hasMessageContaining("found:  g integer");
    }

    @Test
    void triggersOfTheTargetDoNotFireAndStayOn() throws Exception {
        Path folder = take("triggers", POLL).folder();
        execute(
                "DELETE FROM poll; CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS"
                        + " $$BEGIN RAISE 'fired'; END$$; CREATE TRIGGER no BEFORE INSERT ON poll FOR EACH ROW EXECUTE FUNCTION no()");
        restore(folder);
        assertThatThrownBy(() -> execute("INSERT INTO poll (question) VALUES ('x')"))
                .hasMessageContaining("fired");
    }

    @Test
    void anInterruptionLeavesNothingThatLooksLikeABackup() throws Exception {
        Backups.Order order = new Backups.Order(directory, "stopped", List.of(POLL), bytes -> {
            throw new IllegalStateException("stopped");
        });
        assertThatThrownBy(() -> Backups.take(connection, order, Events.none())).hasMessage("stopped");
        assertThat(directory).isEmptyDirectory();
        assertThat(database.text("SELECT count(*) FROM poll")).isEqualTo("2003");
        try (OutputStream usable = Files.newOutputStream(directory.resolve("usable"))) {
            usable.write(1);
        }
        assertThat(take("again", POLL).manifest().tables().get(0).rows()).isEqualTo(2003);
    }

    @Test
    void anUnwritableFolderIsAUserFailure() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> Backups.take(
                        connection,
                        new Backups.Order(file.resolve("sub"), "x", List.of(POLL), Pace.unlimited()),
                        Events.none()))
                .isInstanceOf(UserFailure.class)
                .hasMessageStartingWith("the backup cannot be written to " + file)
                .hasMessageContaining("fix:");
    }

    @Test
    void namesCannotLeaveTheFolder() {
        for (String name : List.of("../x", "a/b", "", ".hidden", "x.partial", "n\0ul")) {
            assertThatThrownBy(() -> take(name, POLL))
                    .isInstanceOf(UserFailure.class)
                    .hasMessageContaining("a backup cannot be called");
        }
    }

    @Test
    void anExistingBackupIsNotOverwritten() throws Exception {
        take("same", POLL);
        assertThatThrownBy(() -> take("same", POLL))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("already");
    }

    @Test
    void aTableThatIsMissingOrForbiddenIsNamed() throws Exception {
        assertThatThrownBy(() -> take("none", ObjectName.of("nowhere")))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("there is no table nowhere to back up");
        String role = database.name() + "_reader";
        execute("CREATE ROLE " + role + "; SET ROLE " + role);
        assertThatThrownBy(() -> take("forbidden", POLL))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("permission denied for table poll");
        execute("RESET ROLE; DROP ROLE " + role);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void rowsThatAPolicyHidesAreNotSilentlyLeftOut() throws Exception {
        String role = database.name() + "_guest";
        execute("CREATE ROLE " + role + "; GRANT SELECT ON poll TO " + role
                + "; ALTER TABLE poll ENABLE ROW LEVEL SECURITY;"
                + "CREATE POLICY few ON poll USING (id < 10); SET ROLE " + role);
        assertThatThrownBy(() -> take("hidden", POLL))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("row-level security");
        execute("RESET ROLE; REVOKE ALL ON poll FROM " + role + "; DROP ROLE " + role);
    }

    @Test
    void paceHoldsTheRate() {
        Pace pace = Pace.bytesPerSecond(1_000_000);
        long start = System.nanoTime();
        pace.afterBytes(100_000);
        pace.afterBytes(100_000);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(180));
    }

    private Backups.Backup take(String name, ObjectName... tables) {
        return Backups.take(
                connection, new Backups.Order(directory, name, List.of(tables), Pace.unlimited()), Events.none());
    }

    private void restore(Path folder) {
        Restore.table(connection, folder, POLL, POLL, Events.none());
    }

    private void assertDamaged(Path folder, String found) {
        assertThatThrownBy(() -> restore(folder))
                .isInstanceOf(UserFailure.class)
                .hasMessageStartingWith("the backup " + folder + " is damaged")
                .hasMessageContaining(found);
    }

    private static void flip(Path file, long offset, int bit, Runnable meanwhile) throws Exception {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(offset);
            int before = bytes.read();
            bytes.seek(offset);
            bytes.write(before ^ bit);
            meanwhile.run();
            bytes.seek(offset);
            bytes.write(before);
        }
    }

    private String digest(String table) throws Exception {
        return String.valueOf(
                database.text("SELECT count(*) || md5(string_agg(t::text, '|' ORDER BY id)) FROM " + table + " t"));
    }

    private void execute(String sql) throws Exception {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
