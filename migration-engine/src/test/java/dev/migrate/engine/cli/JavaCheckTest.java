package dev.migrate.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --locations}: folders with Java migrations of Flyway's, alone and among files of SQL. */
class JavaCheckTest {
    private static final String HEAD = """
            package db.migration;

            import static org.jooq.impl.DSL.*;
            import java.sql.Statement;
            import org.flywaydb.core.api.migration.BaseJavaMigration;
            import org.flywaydb.core.api.migration.Context;
            import org.jooq.impl.SQLDataType;
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** A migration with these statements, the first of which is in line 11 and not indented. */
    private void migration(String path, String statements) throws IOException {
        String name = Path.of(path).getFileName().toString().replace(".java", "");
        write(path, HEAD + """

                public class %s extends BaseJavaMigration {
                    public void migrate(Context context) throws Exception {
                %s
                    }
                }
                """.formatted(name, statements));
    }

    private int check(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[0] = "check";
        return new CommandLineTool(new Surroundings(
                        new PrintWriter(out, true), new PrintWriter(err, true), Map.of(), Map.of(), folder, false))
                .run(all);
    }

    private List<String> findings(String... arguments) throws IOException {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--format=json";
        check(all);
        JsonNode found = new ObjectMapper().readTree(out.toString()).get("findings");
        return StreamSupport.stream(found.spliterator(), false)
                .map(JavaCheckTest::line)
                .toList();
    }

    private static String line(JsonNode finding) {
        return finding.get("rule").asText() + " " + finding.get("level").asText() + " "
                + finding.get("file").asText() + ":" + finding.path("line").asInt() + ":"
                + finding.path("column").asInt() + "-" + finding.path("endLine").asInt() + ":"
                + finding.path("endColumn").asInt();
    }

    @Test
    void readsClassesAndFilesAsOneHistoryInTheOrderOfVersions() throws IOException {
        write("db/migration/V1__schema.sql", "CREATE TABLE poll (id bigint PRIMARY KEY, title text, slug text);");
        migration("db/migration/V2__Index.java", """
                        var dsl = using(context.getConnection());
                        dsl.createIndex("poll_title_idx").on("poll", "title").execute();
                        dsl.createTable("vote").column("id", SQLDataType.BIGINT).execute();""");
        migration("db/migration/V3__Jdbc.java", """
                        try (Statement statement = context.getConnection().createStatement()) {
                            statement.execute("ALTER TABLE poll DROP COLUMN slug");
                        }""");
        write("db/migration/V10__vote.sql", "CREATE INDEX vote_idx ON vote (id);");

        assertThat(findings("--locations", "db/migration"))
                .filteredOn(finding -> finding.contains(" error "))
                .containsExactly(
                        "CreateIndexBlocksWrites error db/migration/V2__Index.java:12:17-12:33",
                        "DropColumnBeforeExpand error db/migration/V3__Jdbc.java:12:53-12:57",
                        "CreateIndexBlocksWrites error db/migration/V10__vote.sql:1:14-1:22");
        assertThat(check("--locations", "db/migration", "--baseline-version", "3"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("V10__vote.sql:1:14").doesNotContain("V2__Index.java");
    }

    @Test
    void tellsWhatItCannotReadAtThatCall() throws IOException {
        migration("a/V1__Odd.java", """
                        var dsl = using(context.getConnection());
                        dsl.dropTable(System.getenv("X")).execute();
                        dsl.execute("FROBNICATE poll");""");
        write("a/V2__Broken.java", "class V2__Broken {\n  void migrate( {\n}");

        assertThat(findings("--locations", "a"))
                .containsExactly(
                        "Opaque info a/V2__Broken.java:2:15-3:2",
                        "Opaque info a/V1__Odd.java:12:1-12:34",
                        "Opaque info a/V1__Odd.java:13:14-13:24");
        check("--locations", "a");
        assertThat(out.toString())
                .contains(
                        "not read: a call in V1__Odd.java (System.getenv is a method of another class)",
                        "not read: FROBNICATE poll (");
    }

    @Test
    void findsHelpersAndConstantsInTheFolderInItsSourceFolderAndInOtherLocations() throws IOException {
        String root = "src/main/java/";
        write(root + "db/migration/Ddl.java", """
                package db.migration;
                final class Ddl {
                    static void index(org.jooq.DSLContext dsl, String table, String column) {
                        dsl.createIndex(table + "_" + column + Names.SUFFIX).on(table, column).execute();
                    }
                }
                """);
        write(root + "db/migration/Names.java", "package db.migration; interface Names { String SUFFIX = \"_idx\"; }");
        write(
                root + "shop/Tables.java",
                "package shop; public class Tables { public static final String POLL = \"poll\"; }");
        write(
                "shared/lib/Columns.java",
                "package lib; public enum Columns { TITLE; public String sql() { return name().toLowerCase(); } }");
        migration(root + "db/migration/V1__Use.java", """
                        Ddl.index(using(context.getConnection()), shop.Tables.POLL, lib.Columns.TITLE.sql());""");

        assertThat(findings("--locations", root + "db/migration,shared"))
                .containsExactly("CreateIndexBlocksWrites error src/main/java/db/migration/V1__Use.java:11:5-11:10");
        check("--locations", "classpath:db/migration,shared");
        assertThat(out.toString()).contains("poll_title_idx", "src/main/java/db/migration/V1__Use.java:11:");
    }

    @Test
    void saysHowAClassRunsOutsideATransaction() throws IOException {
        migration("t/V1__C.java", """
                        using(context.getConnection()).execute("CREATE INDEX CONCURRENTLY i ON t (a)");""");
        assertThat(findings("--locations", "t"))
                .containsExactly("NeedsOutsideTransaction error t/V1__C.java:11:1-11:79");
        check("--locations", "t");
        assertThat(out.toString()).contains("a class of its own for it, whose canExecuteInTransaction() gives false");

        write(
                "t/V1__C.java",
                Files.readString(folder.resolve("t/V1__C.java"))
                        .replace(
                                "public void migrate",
                                "@Override public boolean canExecuteInTransaction() { return false; }\n    public void migrate"));
        assertThat(findings("--locations", "t")).isEmpty();
    }

    @Test
    void aFolderWithoutAMigrationIsSaid() throws IOException {
        write("n/Util.java", "class Util { static int one() { return 1; } }");

        assertThat(check("--locations", "n")).isEqualTo(1);
        assertThat(err.toString()).contains("error: there is no file of SQL in n", "Java migrations");
        write("n2/V1__x.sql", "SELECT 1;");
        assertThat(check("--locations", "n,n2")).isZero();
        assertThat(err.toString()).contains("no migration in n; its classes are there for those of other locations");
    }

    @Test
    void classesOfOneFileAndOtherToolsAreMigrationsToo() throws IOException {
        write("m/Changes.java", HEAD + """
                interface Changes {
                    class V2__Second extends BaseJavaMigration {
                        public void migrate(Context c) { using(c.getConnection()).dropTable("b").execute(); }
                    }
                    class V1__First extends BaseJavaMigration {
                        public void migrate(Context c) { using(c.getConnection()).dropTable("a").execute(); }
                    }
                }
                """);
        write("o/CreatePoll.java", """
                import org.jooq.DSLContext;
                class CreatePoll { void up(DSLContext dsl) { dsl.dropTable("a").execute(); } }
                """);

        assertThat(findings("--locations", "m"))
                .containsExactly(
                        "DropTableLosesData error m/Changes.java:13:77-13:80",
                        "DropTableLosesData error m/Changes.java:10:77-10:80");
        assertThat(findings("--locations", "o"))
                .containsExactly("DropTableLosesData error o/CreatePoll.java:2:60-2:63");
    }
}
