package dev.migrate.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed pages are what the rules, their prose and their examples say; {@code -Dupdate.docs=true} writes them anew. */
class RulePagesTest {
    private static final Path PAGES = Path.of("..", "docs", "hazards");

    static Stream<String> rules() {
        return Rules.all().stream().map(Rule::name);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void pageIsUpToDate(String name) throws IOException {
        Rule rule = Rules.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertUpToDate(PAGES, name + ".md", RulePages.page(rule));
    }

    /** A heading that is spelled otherwise would silently lose the examples. */
    @ParameterizedTest
    @MethodSource("rules")
    void pageHasAllItsPartsInOrder(String name) throws IOException {
        String page = Files.readString(PAGES.resolve(name + ".md"));

        assertThat(page.lines().filter(line -> line.startsWith("#")))
                .containsExactly("# " + name, "## What happens", "## Bad", "## Good", "## When it is silent");
        assertThat(page).containsPattern("\nCategory: [a-z ]+\\. (Accepted by|Level:) ");
    }

    @Test
    void indexIsUpToDate() throws IOException {
        assertUpToDate(PAGES, "README.md", RulePages.index());
    }

    @Test
    void thereIsNoPageOfARuleThatIsGone() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            List<String> known = Stream.concat(rules(), HandwrittenPages.names().stream())
                    .map(name -> name + ".md")
                    .toList();
            assertThat(pages.map(page -> page.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .isSubsetOf(known);
        }
    }

    @Test
    void aPageThatDiffersIsSeen(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("X.md"), "old");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> compare(folder.resolve("X.md"), "new"))
                .hasMessageContaining("-Dupdate.docs=true");
    }

    private static void assertUpToDate(Path folder, String name, String expected) throws IOException {
        if (Boolean.getBoolean("update.docs")) {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), expected);
        }
        compare(folder.resolve(name), expected);
    }

    private static void compare(Path page, String expected) throws IOException {
        assertThat(page).exists();
        assertThat(Files.readString(page))
                .as("%s differs from its rule; -Dupdate.docs=true writes it anew", page.getFileName())
                .isEqualTo(expected);
    }
}
