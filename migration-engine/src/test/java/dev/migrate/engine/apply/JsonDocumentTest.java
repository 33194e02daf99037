package dev.migrate.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.migrate.api.Hazard;
import dev.migrate.core.migration.Acceptance;
import dev.migrate.core.migration.Kind;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Place;
import dev.migrate.core.plan.Fingerprint;
import dev.migrate.core.plan.MigrationPlan;
import dev.migrate.core.plan.Undo;
import dev.migrate.core.plan.Unit;
import dev.migrate.core.schema.Schema;
import dev.migrate.engine.Result;
import dev.migrate.engine.check.CheckResult;
import dev.migrate.engine.output.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
                                        "",
                                        new Silences(
                                                List.of(new Acceptance(
                                                        Hazard.NARROWS_FOR_WRITERS,
                                                        "poll",
                                                        "one writer",
                                                        Place.line("V0004.java", 1))),
                                                "2026.11",
                                                List.of(
                                                        new Silences.Softened(
                                                                "NewRule",
                                                                "poll",
                                                                "this rule is new in 0.2: a warning, and an error from 0.3 on")))),
                                new StatusResult.Line(
                                        "V0005_DropOldField", "contract", "waiting", "", "", RELEASE, Silences.none())),
                        List.of()))));
    }

    @Test
    void plan() throws Exception {
        Migration migration = named("V0003_AddRank");
        Place place = migration.place();
        Unit unit = new Unit.Transaction(List.of(new Unit.Statement("ALTER TABLE poll ADD COLUMN rank int", place)));
        Unit back = new Unit.Transaction(List.of(new Unit.Statement("ALTER TABLE poll DROP COLUMN rank", place)));
        Planned planned = Planned.of(
                        new MigrationPlan(migration, Fingerprint.of(migration), List.of(unit), false),
                        Optional.of(new Undo(migration, List.of(back), Optional.empty())),
                        Schema.empty().apply(Cost.operations("CREATE TABLE poll (id bigint PRIMARY KEY)")),
                        17)
                .planned();
        assertDocumented(
                "plan",
                new PlanResult(List.of(new PlanResult.Part(
                        "polls",
                        "public",
                        List.of(planned),
                        List.of(new Waiting("V0005_DropOldField", RELEASE)),
                        java.util.Map.of()))));
    }

    @Test
    void apply() throws Exception {
        assertDocumented(
                "apply",
                new ApplyResult(
                        new CheckResult(2, List.of(), List.of(), Optional.empty(), Path.of("")),
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

    private static Migration named(String name) {
        return new Migration(
                "polls." + name,
                name,
                Optional.of("polls"),
                OptionalInt.of(15),
                Optional.empty(),
                false,
                List.of(Kind.SAFE),
                Optional.empty(),
                false,
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Place.line(name + ".java", 10));
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
