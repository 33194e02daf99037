package dev.migrate.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.kit.TestProject;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line on a compiled project and on files of SQL: what it prints, where to, and how it ends. */
class CheckReportsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws Exception {
        Files.createDirectories(folder.resolve("db"));
        Files.writeString(folder.resolve("db/V1__create.sql"), "CREATE TABLE poll (id int PRIMARY KEY, title text);\n");
        Files.writeString(folder.resolve("db/V2__index.sql"), "CREATE INDEX poll_title ON poll (title);\n");
        Files.writeString(
                folder.resolve("db/V3__again.sql"),
                "-- migrate:accept CreateIndexBlocksWrites on poll: ten rows\nCREATE INDEX poll_id ON poll (id);\n");
    }

    private int run(Map<String, String> environment, boolean terminal, String... arguments) {
        return new CommandLineTool(new Surroundings(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        environment,
                        Map.of(),
                        folder,
                        terminal))
                .run(arguments);
    }

    private int check(String... arguments) {
        List<String> all = new ArrayList<>(List.of("check", "-q", "--locations", "db"));
        all.addAll(Arrays.asList(arguments));
        return run(Map.of(), false, all.toArray(String[]::new));
    }

    @Test
    void textEndsWithTheVerdict() {
        assertThat(check()).isEqualTo(1);
        assertThat(out.toString().strip())
                .startsWith("db/V2__index.sql: 1 error\n  db/V2__index.sql:1:")
                .contains("accepted: V3__again.sql, CreateIndexBlocksWrites on poll: ten rows")
                .endsWith("checked 3 migrations: 1 error, 1 accepted");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void oneDocumentGoesToStandardOutputAndSeveralToFiles() throws Exception {
        assertThat(check("--format", "sarif")).isEqualTo(1);
        assertThat(JSON.readTree(out.toString()).at("/runs/0/results")).hasSize(2);

        out.getBuffer().setLength(0);
        assertThat(check("--format", "github,json,markdown:pr.md")).isEqualTo(1);
        assertThat(out.toString())
                .startsWith("::error file=db/V2__index.sql,line=1,col=")
                .hasLineCount(1);
        assertThat(JSON.readTree(folder.resolve("target/migrate/check.json").toFile())
                        .at("/summary/errors")
                        .asInt())
                .isEqualTo(1);
        assertThat(folder.resolve("pr.md")).content().startsWith("### Migrations: checked 3 migrations");
    }

    @Test
    void oneMigrationIsNamedByNameNumberOrFile() {
        for (String name : List.of("V3__again.sql", "db/V3__again.sql", "./db/V3__again.sql")) {
            assertThat(check("--migration", name)).as(name).isZero();
        }
        assertThat(out.toString()).contains("checked 1 migration: no findings, 1 accepted");
        assertThat(check("--migration", "V2__index.sql")).isEqualTo(1);
    }

    @Test
    void anUnknownMigrationOrAppIsToldWithTheNearest() {
        assertThat(check("--migration", "V2__idx.sql")).isEqualTo(1);
        assertThat(err.toString())
                .contains("error: there is no migration V2__idx.sql among what is checked")
                .contains("near it: V2__index.sql, ");
        assertThat(check("--app", "bd")).isEqualTo(1);
        assertThat(err.toString())
                .contains("error: there is no app bd among what is checked")
                .contains("near it: db");
    }

    @Test
    void coloursAreForATerminalThatWantsThem() {
        String red = "\u001B[31m";
        run(Map.of(), true, "check", "-q", "--locations", "db");
        assertThat(out.toString()).contains(red);
        for (List<String> refusal : List.of(List.of("--no-color"), List.of("-B"))) {
            out.getBuffer().setLength(0);
            List<String> line = new ArrayList<>(List.of("check", "-q", "--locations", "db"));
            line.addAll(refusal);
            run(Map.of(), true, line.toArray(String[]::new));
            assertThat(out.toString())
                    .as(refusal.toString())
                    .contains("checked 3")
                    .doesNotContain("\u001B");
        }
        out.getBuffer().setLength(0);
        run(Map.of("NO_COLOR", "1"), true, "check", "-q", "--locations", "db");
        assertThat(out.toString()).contains("checked 3").doesNotContain("\u001B");
    }

    @Test
    void explainNeedsNoProjectAndWrapsToTheTerminal() {
        assertThat(run(Map.of("COLUMNS", "50"), false, "explain", "--rule", "DropTableLosesData"))
                .isZero();
        assertThat(out.toString()).startsWith("DropTableLosesData\n");
        assertThat(out.toString().lines().filter(line -> !line.startsWith("    ") && line.contains(" ")))
                .allMatch(line -> line.length() <= 50);
        assertThat(run(Map.of(), false, "explain", "--rule", "DropTabelLosesData"))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("error: there is no rule DropTabelLosesData")
                .contains("DropTableLosesData")
                .doesNotContain("\tat ");
    }

    @Test
    void findingsOfClassesNameTheFilesOfTheSource() throws Exception {
        ProjectFiles files = TestProject.in(folder)
                .safe("V0001_Create", "CREATE TABLE item (id int PRIMARY KEY)")
                .safe("V0002_Index", "CREATE INDEX item_id ON item (id)")
                .safe("V0003_Index", "CREATE INDEX item_id2 ON item (id)")
                .compile();
        String classPath =
                files.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        assertThat(run(
                        Map.of(),
                        false,
                        "check",
                        "-q",
                        "--class-path",
                        classPath,
                        "--sources",
                        "src",
                        "--format",
                        "json",
                        "--migration",
                        "3"))
                .isEqualTo(1);
        JsonNode findings = JSON.readTree(out.toString()).get("findings");
        assertThat(findings).hasSize(1);
        assertThat(findings.at("/0/file").asText()).isEqualTo("src/shop/V0003_Index.java");
        assertThat(findings.at("/0/column").asInt()).isPositive();
        assertThat(findings.at("/0/runBy").asText()).isEqualTo("V0003_Index");
    }
}
