package dev.migrate.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.sql.SqlReader;
import dev.migrate.engine.Migrate;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.embedded.EmbeddedPostgres;
import dev.migrate.engine.embedded.PostgresVersion;
import dev.migrate.engine.event.Events;
import dev.migrate.engine.kit.Proofs;
import dev.migrate.engine.kit.TestProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run sends, counted in the server's log: an entry is a request, which may hold several statements. */
class StatementCountTest {
    private static final String ENTRY = "entry|migrate ";

    @TempDir
    static Path folder;

    private static EmbeddedPostgres server;
    private static TestProject project;

    @BeforeAll
    static void start() {
        server = EmbeddedPostgres.start(
                EmbeddedPostgres.Options.scratch(
                                PostgresVersion.of(PostgresVersion.DEFAULT_MAJOR), folder.resolve("server"))
                        .settings("log_statement=all", "log_line_prefix=entry|%a|"),
                Events.none());
        project = TestProject.in(folder.resolve("project")).safe("V0001_Create", "CREATE TABLE item (id int)");
        for (int number = 2; number <= 40; number++) {
            project.safe("V%04d_Column".formatted(number), "ALTER TABLE item ADD COLUMN c" + number + " int");
        }
        apply();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aMigrationOfOneStatementIsOneRequestOfAtMostFiveStatements() throws IOException {
        project.safe("V0041_Counted", "ALTER TABLE item ADD COLUMN counted int");
        List<String> requests = requestsOf(StatementCountTest::apply);
        List<String> withIt = requests.stream()
                .filter(request -> request.contains("ADD COLUMN counted"))
                .toList();
        assertThat(withIt).as("round trips from the first lock to COMMIT").hasSize(1);
        assertThat(withIt.get(0))
                .startsWith("BEGIN")
                .endsWith("COMMIT")
                .contains("INSERT INTO \"migrate\".\"history\"");
        int statements = SqlReader.read(withIt.get(0)).size();
        Proofs.report("a migration of one statement: " + statements + " statements in one request");
        assertThat(statements).isBetween(4, 5);
    }

    @Test
    void nothingToDoCostsAtMostTenStatements() throws IOException {
        List<String> requests = requestsOf(StatementCountTest::apply);
        int statements = requests.stream()
                .mapToInt(request -> SqlReader.read(request).size())
                .sum();
        Proofs.report("a run with nothing to do: " + statements + " statements");
        assertThat(statements).isBetween(3, 10);
    }

    private static void apply() {
        new Migrate(Settings.builder().set(Setting.URL, server.url()).build(), project.compile(), Events.none())
                .apply();
    }

    /** The requests of the run's sessions in the log while something is done, each with all its lines. */
    private static List<String> requestsOf(Runnable work) throws IOException {
        int before = log().size();
        work.run();
        List<String> lines = log();
        List<String> requests = new ArrayList<>();
        for (String line : lines.subList(before, lines.size())) {
            if (line.startsWith(ENTRY) && line.contains("LOG:  statement: ")) {
                requests.add(line.substring(line.indexOf("statement: ") + "statement: ".length()));
            } else if (line.startsWith("\t") && !requests.isEmpty()) {
                requests.set(requests.size() - 1, requests.get(requests.size() - 1) + "\n" + line.substring(1));
            }
        }
        assertThat(lines.subList(before, lines.size())).noneMatch(line -> line.contains("LOG:  execute "));
        return requests;
    }

    private static List<String> log() throws IOException {
        return Files.readAllLines(
                server.data().resolveSibling(server.data().getFileName() + ".log"), StandardCharsets.UTF_8);
    }
}
