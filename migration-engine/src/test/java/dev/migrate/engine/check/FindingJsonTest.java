package dev.migrate.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.migrate.api.Hazard.Category;
import dev.migrate.core.finding.Finding;
import dev.migrate.core.migration.Place;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.output.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of docs/json.md are what the code writes. */
class FindingJsonTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "json.md");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void exampleOfCheckIsWhatTheCodeWrites() throws Exception {
        Finding finding = new Finding(
                "CreateIndexBlocksWrites",
                Finding.Level.ERROR,
                Finding.Certainty.WILL,
                Category.BLOCKS_WRITES,
                new Place("src/main/java/polls/migrations/V0007_AddIndex.java", 14, 31, 14, 53, 400, 422),
                "polls_poll",
                "V0007_AddIndex",
                "creating index polls_poll_title_idx blocks writes to polls_poll until it is built",
                List.of(
                        new Finding.Line("effect", "INSERT, UPDATE and DELETE wait; reads go on"),
                        new Finding.Line(
                                "fix",
                                "steps.add(indexConcurrently(\"polls_poll_title_idx\").on(\"polls_poll\", \"title\"));")));
        CheckResult result = new CheckResult(
                7,
                List.of(new CheckResult.LocatedFinding(finding, "src/main/java")),
                List.of(),
                Optional.empty(),
                Path.of(""));

        assertThat(JSON.readTree(Json.text(result.json()))).isEqualTo(example("check"));
        assertThat(result.failed()).isTrue();
        assertThat(result.headline()).isEqualTo("checked 7 migrations: 1 error");
    }

    @Test
    void everyFieldOfAFindingIsInTheTable() throws Exception {
        String document = Files.readString(DOCUMENT);
        example("check")
                .get("findings")
                .get(0)
                .fieldNames()
                .forEachRemaining(field -> assertThat(document).contains("`" + field + "`"));
        for (Category category : Category.values()) {
            assertThat(document).contains("`" + category.jsonName() + "`");
        }
    }

    @Test
    void exampleOfAFailureIsWhatTheCodeWrites() throws Exception {
        UserFailure failure = org.assertj.core.api.Assertions.catchThrowableOfType(
                UserFailure.class, () -> Settings.builder().build().require(Setting.URL));
        assertThat(JSON.readTree(Json.text(Json.failure(failure)))).isEqualTo(example("failure"));
    }

    private static JsonNode example(String name) throws Exception {
        Matcher block = Pattern.compile("```json " + name + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(DOCUMENT));
        assertThat(block.find()).as("an example named " + name).isTrue();
        return JSON.readTree(block.group(1));
    }
}
