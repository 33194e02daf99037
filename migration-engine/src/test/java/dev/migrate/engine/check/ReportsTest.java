package dev.migrate.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.migrate.api.Hazard.Category;
import dev.migrate.core.finding.Finding;
import dev.migrate.core.finding.Suppressed;
import dev.migrate.core.migration.Place;
import dev.migrate.engine.output.Format;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The forms of a report over two modules of one repository, whose folder has a blank in its name. */
class ReportsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOURCE = "src/main/java/V0002_Index.java";

    @TempDir
    private Path temp;

    private Path repository;

    @BeforeEach
    void makeRepository() throws Exception {
        repository = Files.createDirectories(temp.resolve("the shop"));
        Files.createDirectories(repository.resolve(".git"));
        write("one/" + SOURCE, "class V0002_Index {\n  steps.add(createIndex(\"a\"));\n}\n");
    }

    private void write(String file, String text) throws Exception {
        Path path = repository.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static Finding finding(Finding.Level level, String object, Place place) {
        return new Finding(
                "CreateIndexBlocksWrites",
                level,
                Finding.Certainty.WILL,
                Category.BLOCKS_WRITES,
                place,
                object,
                "V0002_Index",
                "creating index a|b blocks writes to " + object + ", 100 % of them",
                List.of(new Finding.Line("effect", "INSERT waits\nUPDATE too")));
    }

    private static Place token(int line) {
        return new Place(SOURCE, line, 15, line, 20, 40, 45);
    }

    private CheckResult module(String name, List<Finding> findings, List<Finding> accepted) {
        return new CheckResult(
                2,
                findings.stream()
                        .map(finding -> new CheckResult.LocatedFinding(finding, "src/main/java"))
                        .toList(),
                accepted.stream()
                        .map(finding -> new CheckResult.Silenced(
                                new CheckResult.LocatedFinding(finding, "src/main/java"),
                                Suppressed.Why.ACCEPTED,
                                "ten rows"))
                        .toList(),
                Optional.of("proof on PostgreSQL 17"),
                repository.resolve(name));
    }

    private CheckReport report(int line) {
        return new CheckReport(
                List.of(
                        module(
                                "one",
                                List.of(
                                        finding(Finding.Level.ERROR, "item", token(line)),
                                        finding(Finding.Level.ERROR, "item", token(line)),
                                        finding(Finding.Level.WARNING, "other", Place.line(SOURCE, line))),
                                List.of()),
                        module(
                                "two",
                                List.of(finding(Finding.Level.INFO, "item", Place.line(SOURCE, 0))),
                                List.of(finding(Finding.Level.ERROR, "tiny", token(line))))),
                repository);
    }

    private JsonNode sarif(CheckReport report) throws Exception {
        JsonNode log = JSON.readTree(report.in(Format.SARIF));
        assertThat(schema().validate(log)).isEmpty();
        return log.at("/runs/0");
    }

    private static JsonSchema schema() throws Exception {
        try (InputStream stream = ReportsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            JsonNode schema = JSON.readTree(stream);
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
        }
    }

    @Test
    void theSchemaSeesWhatIsWrong() throws Exception {
        assertThat(schema().validate(JSON.readTree("{\"version\": \"2.1.0\", \"runs\": [{}]}")))
                .isNotEmpty();
    }

    @Test
    void sarifIsOneRunOverAllModules() throws Exception {
        JsonNode run = sarif(report(2));
        JsonNode results = run.get("results");

        assertThat(results).hasSize(5);
        assertThat(run.at("/tool/driver/rules")).hasSize(1);
        assertThat(run.at("/tool/driver/rules/0/help/markdown").asText()).startsWith("# CreateIndexBlocksWrites");
        assertThat(run.at("/tool/driver/rules/0/helpUri").asText()).startsWith("https://www.postgresql.org/docs/");
        assertThat(results.at("/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("one/" + SOURCE);
        assertThat(results.at("/0/locations/0/physicalLocation/region"))
                .isEqualTo(JSON.readTree("{\"startLine\":2,\"startColumn\":15,\"endLine\":2,\"endColumn\":20}"));
        assertThat(results.at("/2/locations/0/physicalLocation/region")).isEqualTo(JSON.readTree("{\"startLine\":2}"));
        assertThat(results.at("/3/locations/0/physicalLocation").has("region")).isFalse();
        assertThat(results)
                .extracting(result -> result.get("level").asText())
                .containsExactly("error", "error", "warning", "note", "error");
        assertThat(results.at("/4/suppressions/0/kind").asText()).isEqualTo("inSource");
        assertThat(results.at("/4/suppressions/0/justification").asText()).isEqualTo("ten rows");
        assertThat(results.at("/0").has("suppressions")).isFalse();
    }

    @Test
    void aPathThatIsNoUriIsEscaped() throws Exception {
        CheckReport above = new CheckReport(report(2).modules(), temp);
        Files.delete(repository.resolve(".git"));
        Files.createDirectories(temp.resolve(".git"));
        assertThat(sarif(above)
                        .at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("the%20shop/one/" + SOURCE);
    }

    @Test
    void fingerprintsLiveThroughLinesThatMove() throws Exception {
        List<String> before = fingerprints(sarif(report(2)));
        write("one/" + SOURCE, "// a comment\n\nclass V0002_Index {\n    steps.add(createIndex(\"a\"));\n}\n");
        List<String> moved = fingerprints(sarif(report(4)));
        write("one/" + SOURCE, "class V0002_Index {\n  steps.add(createIndex(\"other\"));\n}\n");

        assertThat(moved).isEqualTo(before).doesNotHaveDuplicates();
        assertThat(fingerprints(sarif(report(2))).get(0)).isNotEqualTo(before.get(0));
    }

    private static List<String> fingerprints(JsonNode run) {
        List<String> all = new ArrayList<>();
        run.get("results")
                .forEach(result -> all.add(result.get("partialFingerprints")
                        .get("migrateFinding/v1")
                        .asText()));
        return all;
    }

    @Test
    void annotationsNameFilesFromTheRepositoryAndStayOnOneLine() {
        assertThat(report(2).in(Format.GITHUB).lines())
                .hasSize(4)
                .startsWith("::error file=one/" + SOURCE
                        + ",line=2,col=15,endLine=2,endColumn=19,title=CreateIndexBlocksWrites::creating index a|b blocks"
                        + " writes to item, 100 %25 of them%0Aeffect:  INSERT waits%0A         UPDATE too%0A"
                        + "see:     docs/hazards/CreateIndexBlocksWrites.md")
                .anySatisfy(line ->
                        assertThat(line).startsWith("::warning file=one/" + SOURCE + ",line=2,endLine=2,title="))
                .anySatisfy(line -> assertThat(line).startsWith("::notice file=two/" + SOURCE + ",title="));
    }

    @Test
    void markdownIsATableWithTheMessagesFolded() {
        assertThat(report(2).in(Format.MARKDOWN))
                .startsWith("""
                        ### Migrations: checked 4 migrations: 2 errors, 1 warning, 1 for information, 1 accepted

                        | level | where | finding |
                        |---|---|---|
                        | error | `one/src/main/java/V0002_Index.java:2` | **CreateIndexBlocksWrites**: creating index \
                        a\\|b blocks writes to item, 100 % of them |
                        """)
                .contains("<details><summary>", "```text\n[CreateIndexBlocksWrites] creating index a|b")
                .contains("| V0002\\_Index | CreateIndexBlocksWrites | tiny | ten rows |")
                .endsWith("proof on PostgreSQL 17");
    }

    @Test
    void textGoesFileByFileAndEndsWithTheVerdict() {
        String text = report(2).in(Format.TEXT);
        assertThat(text)
                .startsWith("one/" + SOURCE + ": 2 errors, 1 warning\n  one/" + SOURCE
                        + ":2:15: error: [CreateIndexBlocksWrites] creating")
                .contains("\n\ntwo/" + SOURCE + ": 1 for information\n")
                .contains("\naccepted: V0002_Index, CreateIndexBlocksWrites on tiny: ten rows\n")
                .endsWith("\nchecked 4 migrations: 2 errors, 1 warning, 1 for information, 1 accepted");
    }

    @Test
    void jsonNamesTheModule() throws Exception {
        JsonNode json = JSON.readTree(report(2).in(Format.JSON));
        assertThat(json.at("/findings/3/module").asText()).isEqualTo("two");
        assertThat(json.at("/findings/3/file").asText()).isEqualTo("two/" + SOURCE);
        assertThat(json.at("/suppressed/0/because").asText()).isEqualTo("ten rows");
        assertThat(json.at("/suppressed/0/why").asText()).isEqualTo("accepted");
    }

    @Test
    void aResultThatIsStoredIsTheSame() {
        CheckResult result = report(2).modules().get(1);
        assertThat(StoredCheck.read(StoredCheck.text(result))).isEqualTo(result);
    }
}
