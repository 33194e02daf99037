package dev.migrate.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --locations}: folders of SQL as people have them, and as they should not be. */
class ScriptCheckTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @BeforeEach
    void twoHistories() throws IOException {
        write("a/V1__schema.sql", "CREATE TABLE t (id bigint PRIMARY KEY, a text);");
        write("a/V2__case.sql", "CREATE INDEX i ON t (a);\n");
        write("b/V1__other.sql", "ALTER TABLE old DROP COLUMN a;\nFROBNICATE t;");
    }

    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private int check(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] all = new String[arguments.length + 1];
        all[0] = "check";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new CommandLineTool(new Surroundings(
                        new PrintWriter(out, true), new PrintWriter(err, true), Map.of(), Map.of(), folder, false))
                .run(all);
    }

    private List<JsonNode> findings(String... arguments) throws IOException {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--format=json";
        check(all);
        JsonNode found = new ObjectMapper().readTree(out.toString()).get("findings");
        return StreamSupport.stream(found.spliterator(), false).toList();
    }

    @Test
    void eachFolderIsAHistoryOfItsOwnAndNamedAsGiven() throws IOException {
        List<JsonNode> findings = findings("--locations", "a,filesystem:b");

        JsonNode index = findings.stream()
                .filter(finding -> finding.get("rule").asText().equals("CreateIndexBlocksWrites"))
                .findFirst()
                .orElseThrow();
        assertThat(index.get("location").asText()).isEqualTo("a");
        assertThat(index.get("file").asText()).isEqualTo("a/V2__case.sql");
        assertThat(index.get("migration").asText()).isEqualTo("V2__case.sql");
        assertThat(List.of(
                        index.get("line").asInt(),
                        index.get("column").asInt(),
                        index.get("endLine").asInt(),
                        index.get("endColumn").asInt()))
                .isEqualTo(List.of(1, 14, 1, 15));
        assertThat(findings)
                .filteredOn(finding -> finding.get("location").asText().equals("filesystem:b"))
                .extracting(finding -> finding.get("rule").asText() + " "
                        + finding.get("level").asText())
                .contains("Opaque info");
    }

    @Test
    void theExitCodeIsWhatFailOnSays() throws IOException {
        write("c/V1__t.sql", "CREATE TABLE t (a int);\nFROBNICATE t;");
        write("c/V2_x.sql", "SELECT 1;");

        assertThat(check("--locations", "a")).isEqualTo(1);
        assertThat(check("--locations", "a", "--fail-on", "never")).isZero();
        assertThat(check("--locations", "a", "--baseline-version", "2")).isZero();
        assertThat(check("--locations", "c")).isZero();
        assertThat(check("--locations", "c", "--fail-on", "warning")).isEqualTo(1);
        assertThat(check("--locations", "a", "--fail-on", "sometimes")).isEqualTo(1);
        assertThat(err.toString()).contains("migrate.failOn is \"sometimes\"");
    }

    @Test
    void theServersVersionDecidesWhatIsTrueOfIt() throws IOException {
        write("v/V1__t.sql", "CREATE TABLE t (a int); CREATE TABLE p (id int) PARTITION BY RANGE (id);");
        write("v/V2__n.sql", "ALTER TABLE t ADD CONSTRAINT n NOT NULL a NOT VALID;");

        assertThat(check("--locations", "a", "--server-version", "15.4")).isEqualTo(1);
        assertThat(check("--locations", "a", "--server-version", "9.6")).isEqualTo(1);
        assertThat(err.toString()).contains("PostgreSQL 13 to 18");
    }

    @Test
    void aDumpIsWhatWasThereBefore() throws IOException {
        write("schema.sql", """
                \\restrict x
                SET search_path = '';
                CREATE TABLE public.old (a text NOT NULL, b text);
                ALTER TABLE ONLY public.old ADD CONSTRAINT c CHECK (b IS NOT NULL);
                """);
        write("d/V1__n.sql", "ALTER TABLE old ALTER COLUMN a SET NOT NULL;");

        assertThat(check("--locations", "d", "--schema-from", "schema.sql")).isZero();
        assertThat(check("--locations", "d")).isEqualTo(1);
        assertThat(check("--locations", "d", "--schema-from", "gone.sql")).isEqualTo(1);
        assertThat(err.toString()).contains("error: there is no file gone.sql").doesNotContain("\tat ");
    }

    @Test
    void whatIsNoFolderOfSqlIsSaid() throws IOException {
        Files.createDirectories(folder.resolve("empty"));

        assertThat(check("--locations", "gone")).isEqualTo(1);
        assertThat(err.toString()).contains("error: there is no folder or file gone");
        assertThat(check("--locations", "empty")).isEqualTo(1);
        assertThat(err.toString()).contains("error: there is no file of SQL in empty");
        assertThat(check("--locations", "classpath:db/migration")).isEqualTo(1);
        assertThat(check("--locations", "a\0b")).isEqualTo(1);
        assertThat(err.toString()).doesNotContain("\tat ");
    }

    @Test
    void oneFileIsAHistoryToo() {
        assertThat(check("--locations", "a/V2__case.sql")).isEqualTo(1);
        assertThat(out.toString()).contains("a/V2__case.sql:1:14: error: [CreateIndexBlocksWrites]");
    }

    @Test
    void bytesThatAreNoUtf8AreReadOrRefused() throws IOException {
        String sql = "-- f\u00fcr alle\nCREATE INDEX i ON t (a);";
        Files.write(write("a/V2__case.sql", ""), sql.getBytes(Charset.forName("windows-1252")));
        assertThat(check("--locations", "a")).isEqualTo(1);
        assertThat(err.toString()).contains("V2__case.sql is not UTF-8; it is read as Windows-1252");
        assertThat(out.toString()).contains("V2__case.sql:2:14");

        Files.writeString(folder.resolve("a/V2__case.sql"), "\ufeff" + sql);
        assertThat(check("--locations", "a")).isEqualTo(1);
        assertThat(out.toString()).contains("V2__case.sql:2:14");

        Files.write(folder.resolve("a/V2__case.sql"), sql.getBytes(StandardCharsets.UTF_16));
        assertThat(check("--locations", "a")).isEqualTo(1);
        assertThat(err.toString()).contains("error: a/V2__case.sql is not a text of UTF-8", "UTF-16", "iconv");

        Files.write(folder.resolve("a/V2__case.sql"), new byte[] {'S', 0, 'E'});
        assertThat(check("--locations", "a")).isEqualTo(1);
        assertThat(err.toString()).contains("a NUL byte at offset 1");
    }

    @Test
    void linksThatLeadInACircleAreNotFollowedForEver() throws IOException {
        Files.createSymbolicLink(folder.resolve("a/again"), folder.resolve("a"));

        assertThat(check("--locations", "a", "--baseline-version", "2")).isZero();
        assertThat(err.toString()).contains("leads back to a folder above it");
    }

    @Test
    void aFileThatMayNotBeReadIsTheUsersToPutRight() throws IOException {
        Path file = folder.resolve("a/V2__case.sql");
        assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file));

        assertThat(check("--locations", "a")).isEqualTo(1);
        assertThat(err.toString()).contains("error: cannot read").doesNotContain("\tat ");
    }

    @Test
    void oddNamesAreNamesLikeOthers() throws IOException {
        write("odd folder/V1__it's \"odd\" \u00e4.sql", "CREATE INDEX i ON t (a);");

        assertThat(check("--locations", "odd folder")).isEqualTo(1);
        assertThat(out.toString()).contains("odd folder/V1__it's \"odd\" \u00e4.sql:1:14");
    }

    @Test
    void aFileOfDataIsToldAndNotRead() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(write("d/V1__seed.sql", "").toFile(), "rw")) {
            file.setLength(200L << 20);
        }
        List<JsonNode> findings = findings("--locations", "d");

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).get("rule").asText()).isEqualTo("Opaque");
        assertThat(findings.get(0).get("headline").asText())
                .isEqualTo("not read: V1__seed.sql (its 200 MB are more than 64)");
    }

    @Test
    void aStatementThatNeedsNoTransactionIsJudgedByWhatStandsBesideIt() throws IOException {
        write("e/V1__a.sql", "CREATE INDEX CONCURRENTLY i ON t (a);");
        write("e/V2__b.sql", "REINDEX INDEX CONCURRENTLY i;");
        write("e/V3__c.sql", "REINDEX INDEX CONCURRENTLY i;");
        write("e/V3__c.sql.conf", "executeInTransaction=false\n");
        write("e/V4__d.sql", "SELECT 1; CREATE INDEX CONCURRENTLY j ON t (a);");

        assertThat(findings("--locations", "e"))
                .filteredOn(finding -> finding.get("rule").asText().equals("NeedsOutsideTransaction"))
                .extracting(finding -> finding.get("migration").asText() + " "
                        + finding.get("level").asText())
                .containsExactly("V2__b.sql warning", "V4__d.sql error");
    }
}
