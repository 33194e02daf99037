package dev.migrate.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.migrate.engine.Result;
import dev.migrate.engine.check.CheckResult;
import dev.migrate.engine.output.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of docs/json.md are what the code writes. */
class JsonDocumentTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RELEASE = "a recorded release that contains V0004_RetireOldField: none is recorded";

    @Test
    void status() throws Exception {
        assertDocumented(
                "status",
                new StatusResult(List.of(new StatusResult.Part(
                        "polls",
                        "public",
                        List.of(
                                new StatusResult.Line(
                                        "V0004_RetireOldField",
                                        "expand",
                                        "applied",
                                        "2026-11-25 03:26:57",
                                        "deploy",
                                        ""),
                                new StatusResult.Line("V0005_DropOldField", "contract", "waiting", "", "", RELEASE)),
                        List.of()))));
    }

    @Test
    void plan() throws Exception {
        assertDocumented(
                "plan",
                new PlanResult(List.of(new PlanResult.Part(
                        "polls", "public", List.of(), Map.of(), List.of(new Waiting("V0005_DropOldField", RELEASE))))));
    }

    @Test
    void apply() throws Exception {
        assertDocumented(
                "apply",
                new ApplyResult(
                        new CheckResult(2, List.of(), Optional.empty()),
                        List.of(new ApplyResult.Part(
                                "polls",
                                "public",
                                List.of(new Applied("V0002_AddPollPriority", 1, 34)),
                                List.of(),
                                false,
                                Optional.empty(),
                                List.of())),
                        false,
                        Duration.ofMillis(120)));
    }

    @Test
    void validate() throws Exception {
        assertDocumented(
                "validate",
                new ValidateResult(List.of(new ValidateResult.Part(
                        "polls",
                        "public",
                        2,
                        0,
                        List.of(
                                new ValidateResult.Answer("server", Optional.empty()),
                                new ValidateResult.Answer(
                                        "privileges", Optional.of("app does not own polls_poll")))))));
    }

    private static void assertDocumented(String name, Result result) throws Exception {
        String document = Files.readString(Path.of("..", "docs", "json.md"));
        Matcher block = Pattern.compile("```json " + name + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(document);
        assertThat(block.find()).as("an example named " + name).isTrue();
        JsonNode example = JSON.readTree(block.group(1));
        assertThat(JSON.readTree(Json.text(result.json()))).isEqualTo(example);
    }
}
