package dev.migrate.engine.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.Result;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
        assertThat(new Output(true, java.util.Optional.empty()).render(RESULT)).isEqualTo("""
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
        Output.of(settings, base).write(RESULT);
        assertThat(Files.readString(base.resolve("out/polls.json")))
                .startsWith("{")
                .endsWith("}\n");
    }

    @Test
    void failureIsJsonToo() {
        String text = new Output(true, java.util.Optional.empty())
                .render(new UserFailure("no database \"shop\"", "fix:    create it"));
        assertThat(text)
                .contains("\"version\" : 1", "\"kind\" : \"user\"", "\"headline\" : \"no database \\\"shop\\\"\"")
                .contains("\"fix:    create it\"");
    }

    @Test
    void anUnknownFormatIsTheUsersMistake(@TempDir Path base) {
        Settings settings = Settings.builder().set(Setting.FORMAT, "xml").build();
        assertThatThrownBy(() -> Output.of(settings, base))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("migrate.format")
                .hasMessageContaining("text or json");
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed(@TempDir Path base) throws Exception {
        Files.writeString(base.resolve("taken"), "");
        Output output = new Output(true, java.util.Optional.of(base.resolve("taken/below")));
        assertThatThrownBy(() -> output.write(RESULT))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("taken");
    }
}
