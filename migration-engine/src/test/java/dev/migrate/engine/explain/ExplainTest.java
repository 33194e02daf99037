package dev.migrate.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.output.Colours;
import dev.migrate.engine.output.Json;
import dev.migrate.engine.output.View;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplainTest {
    private static final Path PAGES = Path.of("..", "docs", "hazards");

    private static ExplainResult explain(String rule) {
        return new ExplainCommand(Settings.builder().set(Setting.RULE, rule).build()).run();
    }

    static Stream<String> rules() {
        return Pages.names().stream();
    }

    @Test
    void everyCommittedPageCanBeExplained() throws Exception {
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(Pages.names())
                    .containsExactlyInAnyOrderElementsOf(
                            pages.map(page -> page.getFileName().toString())
                                    .filter(name -> !name.equals("README.md"))
                                    .map(name -> name.replace(".md", ""))
                                    .toList());
        }
    }

    /** Code is there to be pasted; every other line fits. */
    @ParameterizedTest
    @MethodSource("rules")
    void pageFitsTheTerminalAndKeepsItsCode(String rule) throws Exception {
        String page = Files.readString(PAGES.resolve(rule + ".md"));
        ExplainResult explained = explain(rule);
        String text = explained.text(new View(60, new Colours(false)));

        assertThat(((ExplainResult.Page) explained).markdown()).isEqualTo(page);
        assertThat(text).startsWith(rule + "\n").doesNotContain("\u001B", "```", "](", "**");
        assertThat(text.lines().filter(line -> line.length() > 60))
                .allMatch(line -> line.startsWith("    ")
                        || line.startsWith("|")
                        || line.startsWith("+")
                        || !line.strip().contains(" "));
        Matcher code = Pattern.compile("```\\w+\\n(.*?)```", Pattern.DOTALL).matcher(page);
        while (code.find()) {
            assertThat(text)
                    .contains(code.group(1)
                            .strip()
                            .replaceAll("(?m)^(?=.)", "    ")
                            .replaceAll("(?m)^ +$", ""));
        }
    }

    @Test
    void coloursAreForATerminalAlone() {
        assertThat(explain("CreateIndexBlocksWrites").text(new View(80, new Colours(true))))
                .startsWith("\u001B[1mCreateIndexBlocksWrites\u001B[0m\n")
                .contains("\u001B[33mCONCURRENTLY\u001B[0m");
        assertThat(explain("CreateIndexBlocksWrites").text()).doesNotContain("\u001B");
    }

    @Test
    void aRuleIsNamedAsAMessageOrAnAcceptanceNamesIt() {
        String page = explain("CreateIndexBlocksWrites").text();
        for (String name : List.of(
                "[CreateIndexBlocksWrites]",
                "CREATE_INDEX_BLOCKS_WRITES",
                "createindexblockswrites",
                "CreateIndexBlocksWrites.md",
                "Hazard.CREATE_INDEX_BLOCKS_WRITES")) {
            assertThat(explain(name).text()).as(name).isEqualTo(page);
        }
    }

    @Test
    void anUnknownNameIsToldWithTheNearest() {
        assertThatThrownBy(() -> explain("CreateIndxBlocksWrite"))
                .isInstanceOf(UserFailure.class)
                .hasMessageStartingWith("there is no rule CreateIndxBlocksWrite\n")
                .hasMessageContaining("near it are CreateIndexBlocksWrites, ");
        assertThatThrownBy(() -> explain("Required")).hasMessageContaining("near it are AddRequiredColumn");
    }

    @Test
    void withoutANameEveryRuleHasALine() throws Exception {
        ExplainResult all = new ExplainCommand(Settings.builder().build()).run();
        String text = all.text(new View(400, new Colours(false)));
        for (String rule : Pages.names()) {
            assertThat(text).containsPattern("(?m)^- " + rule + ": \\S.*\\.$");
        }
        String document = Files.readString(Path.of("..", "docs", "json.md"));
        Matcher block =
                Pattern.compile("```json explain\\n(.*?)```", Pattern.DOTALL).matcher(document);
        assertThat(block.find()).isTrue();
        ObjectMapper mapper = new ObjectMapper();
        JsonNode documented = mapper.readTree(block.group(1)).at("/rules/0");
        assertThat(mapper.readTree(Json.text(all.json())).get("rules")).contains(documented);
    }

    @Test
    void wordsAreWrappedAndNothingIsLost() {
        String text = new MarkdownText(new View(20, new Colours(false))).of("""
                        A **bold** word, `code that stays`, and (`this`) [link](https://x.org/y).

                        - one item that is long
                        - two

                        1. first

                        | a | b |
                        |---|---|
                        | 1 | `2` |
                        """);
        assertThat(text).isEqualTo("""
                A bold word, code
                that stays, and
                (this) link
                (https://x.org/y).

                - one item that is
                  long
                - two

                1. first

                +---+---+
                | a | b |
                +---+---+
                | 1 | 2 |
                +---+---+""");
    }
}
