package dev.migrate.engine.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.Result;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {
    private static final Result RESULT = new Result() {
        @Override
        public String text() {
            return "two polls";
        }

        @Override
        public Map<String, Object> json() {
            Map<String, Object> json = Json.envelope();
            json.put("polls", 2);
            return json;
        }
    };

    @Test
    void jsonBeginsWithItsVersion() {
        assertThat(Output.render(Format.JSON, RESULT)).isEqualTo("""
                        {
                          "version" : 1,
                          "polls" : 2
                        }""");
    }

    @Test
    void writesToAFileBelowTheBaseDirectory(@TempDir Path base) throws Exception {
        Settings settings = Settings.builder()
                .set(Setting.FORMAT, "json")
                .set(Setting.OUTPUT, "out/polls.json")
                .build();
        Output.of(settings, context(base)).write(RESULT);
        assertThat(Files.readString(base.resolve("out/polls.json")))
                .startsWith("{")
                .endsWith("}\n");
    }

    @Test
    void failureIsJsonToo() {
        String text = Output.render(Format.JSON, new UserFailure("no database \"shop\"", "fix:    create it"))
                .orElseThrow();
        assertThat(text)
                .contains("\"version\" : 1", "\"kind\" : \"user\"", "\"headline\" : \"no database \\\"shop\\\"\"")
                .contains("\"fix:    create it\"");
    }

    @Test
    void anUnknownFormatIsTheUsersMistake(@TempDir Path base) {
        Settings settings = Settings.builder().set(Setting.FORMAT, "xml").build();
        assertThatThrownBy(() -> Output.of(settings, context(base)))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("migrate.format")
                .hasMessageContaining("not one of text, json\n");
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed(@TempDir Path base) throws Exception {
        Files.writeString(base.resolve("taken"), "");
        Output output = new Output(List.of(new Output.Part(Format.JSON, Optional.of(base.resolve("taken/below")))));
        assertThatThrownBy(() -> output.write(RESULT))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("taken");
    }

    private static Output.Context context(Path base) {
        return new Output.Context("status", base, base.resolve("target/migrate"), false, false, Map.of());
    }

    private static Output.Context check(Path base, Map<String, String> environment) {
        return new Output.Context("check", base, base.resolve("target/migrate"), true, false, environment);
    }

    private static Output output(Path base, String format) {
        return Output.of(Settings.builder().set(Setting.FORMAT, format).build(), check(base, Map.of()));
    }

    @Test
    void severalFormatsGoToFilesOfTheirOwn(@TempDir Path base) {
        assertThat(output(base, "text,json, sarif:out/a.sarif,github").parts())
                .containsExactly(
                        new Output.Part(Format.TEXT, Optional.empty()),
                        new Output.Part(Format.JSON, Optional.of(base.resolve("target/migrate/check.json"))),
                        new Output.Part(Format.SARIF, Optional.of(base.resolve("out/a.sarif"))),
                        new Output.Part(Format.GITHUB, Optional.empty()));
        assertThat(output(base, "sarif").parts()).containsExactly(new Output.Part(Format.SARIF, Optional.empty()));
    }

    @Test
    void formatsOfFindingsAreForCheckAloneAndDisturbNoOtherCommand(@TempDir Path base) {
        Settings both = Settings.builder().set(Setting.FORMAT, "text,sarif").build();
        assertThat(Output.of(both, context(base))).isEqualTo(Output.text());
        Settings ofTheJob = Settings.builder()
                .environment(Map.of("MIGRATE_FORMAT", "github"))
                .build();
        assertThat(Output.of(ofTheJob, context(base))).isEqualTo(Output.text());
        Settings asked = Settings.builder()
                .commandLine(Map.of("migrate.format", "sarif"))
                .build();
        assertThatThrownBy(() -> Output.of(asked, context(base))).hasMessageContaining("not one of text, json\n");
    }

    @Test
    void twoFormatsInOneFileAreRefused(@TempDir Path base) {
        assertThatThrownBy(() -> output(base, "json:a,sarif:./a"))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("two formats would be written to");
    }

    @Test
    void aSummaryIsAddedToThePageOfTheJob(@TempDir Path base) throws Exception {
        assertThatThrownBy(() -> output(base, "summary"))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("GITHUB_STEP_SUMMARY is not set");
        Path page = base.resolve("summary");
        Files.writeString(page, "before\n");
        Output.Part part = Output.of(
                        Settings.builder().set(Setting.FORMAT, "summary").build(),
                        check(base, Map.of("GITHUB_STEP_SUMMARY", page.toString())))
                .parts()
                .get(0);
        Output.write(part.format(), part.file().orElseThrow(), "after");
        assertThat(Files.readString(page)).isEqualTo("before\nafter\n\n");
    }

    @Test
    void whatWouldEndAWorkflowCommandIsEscaped() {
        assertThat(new WorkflowCommand("error", Map.of("file", "a,b:c%.java"), "100 % of\r\nit: all").text())
                .isEqualTo("::error file=a%2Cb%3Ac%25.java::100 %25 of%0D%0Ait: all");
    }
}
