package dev.migrate.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.api.Accept;
import dev.migrate.api.Hazard;
import dev.migrate.core.finding.Finding;
import dev.migrate.core.message.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user reads, whole; and that it names nothing that is not there. */
class MessagesTest {
    private static final Path TEXTS = Path.of("src/test/resources/dev/migrate/core/rule/messages.txt");
    private static final Set<String> HAZARDS =
            Arrays.stream(Hazard.values()).map(Hazard::name).collect(Collectors.toSet());
    private static final Set<String> GOALS = Set.of(
            "check",
            "plan",
            "apply",
            "status",
            "validate",
            "verify",
            "backup",
            "restore",
            "rollback",
            "baseline",
            "release",
            "help");
    private static final Set<String> OF_JOOQ = Set.of("alterTable", "addColumn", "notNull", "defaultValue", "VARCHAR");
    private static final List<String> API = List.of(
            "Recipes",
            "Steps",
            "RiskySteps",
            "SqlStep",
            "SqlStep$OutsideTransaction",
            "Backfill",
            "Backfill$Filled",
            "ConcurrentIndex",
            "ConcurrentIndex$Named",
            "SchemaMigration",
            "RiskyMigration");

    static Stream<String> cases() {
        return MessageCases.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsWell(String name) throws IOException {
        if (Boolean.getBoolean("update.messages")) {
            Files.createDirectories(TEXTS.getParent());
            Files.writeString(
                    TEXTS,
                    cases().map(each -> "##### " + each + "\n" + messages(each) + "\n")
                            .collect(Collectors.joining("\n")));
        }
        assertThat(messages(name)).isEqualTo(expected(name));
    }

    @Test
    void everyRuleHasAMessageThatIsCompared() {
        List<String> seen = cases().flatMap(name -> findings(name).stream())
                .map(Finding::rule)
                .toList();
        assertThat(seen).containsAll(Rules.all().stream().map(Rule::name).toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void namesOnlyGoalsAnnotationsHazardsAndPagesThatExist(String name) {
        String text = messages(name);
        assertThat(all("migrate:(?!accept )(\\w+)", text)).isSubsetOf(GOALS);
        assertThat(all("Hazard\\.(\\w+)", text)).isSubsetOf(HAZARDS);
        assertThat(all("@(\\w+)", text))
                .allSatisfy(annotation -> assertThat(Class.forName(Accept.class.getPackageName() + "." + annotation)
                                .isAnnotation())
                        .isTrue());
        assertThat(all("see: +(\\S+)", text))
                .allSatisfy(page -> assertThat(Path.of("..", page)).exists());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void namesOnlyMethodsThatExist(String name) {
        List<String> code = messages(name)
                .lines()
                .filter(line -> line.contains("steps."))
                .map(line -> line.replaceAll("\"(\\\\.|[^\"\\\\])*\"", "\"\""))
                .toList();
        assertThat(code.stream().flatMap(line -> all("(\\w+)\\(", line).stream()))
                .isSubsetOf(Stream.concat(OF_JOOQ.stream(), methods()).toList());
    }

    private static Stream<String> methods() {
        return API.stream().flatMap(type -> {
            try {
                return Arrays.stream(Class.forName(Accept.class.getPackageName() + "." + type)
                                .getMethods())
                        .map(Method::getName);
            } catch (ClassNotFoundException gone) {
                throw new AssertionError(gone);
            }
        });
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String messages(String name) {
        return findings(name).stream()
                .map(finding -> finding.level() + " " + finding.certainty() + " " + Messages.located(finding))
                .collect(Collectors.joining("\n"));
    }

    private static List<Finding> findings(String name) {
        return Migrations.judge(
                Objects.requireNonNull(MessageCases.all().get(name)).toArray(Migrations[]::new));
    }

    private static String expected(String name) throws IOException {
        try (InputStream stream = MessagesTest.class.getResourceAsStream("messages.txt")) {
            String all = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            Matcher section = Pattern.compile("##### " + name + "\\n(.*?)\\n(?=\\n#####|\\z)", Pattern.DOTALL)
                    .matcher(all);
            assertThat(section.find()).as("messages.txt has %s", name).isTrue();
            return section.group(1);
        }
    }
}
