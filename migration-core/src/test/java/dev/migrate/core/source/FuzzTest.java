package dev.migrate.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.migrate.core.migration.Place;
import dev.migrate.core.migration.PlacedOperation;
import dev.migrate.core.migration.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the text is, there is an answer, and its places lie in the text. */
class FuzzTest {
    /** {@code -Dfuzz.inputs=30000} for a long run. */
    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 300);

    private static final List<String> SPLINTERS = List.of(
            "\"",
            "\"\"\"",
            "\\",
            "\\u00",
            "(",
            ")",
            "{",
            "}",
            ";",
            ".",
            ",",
            "\r",
            "\t",
            "'",
            "/*",
            "//",
            "\u0000",
            "@",
            "steps",
            "steps.add(",
            "null",
            "-> ",
            "::",
            "%s",
            "for (String s : ",
            "if (x) ",
            "return;",
            "new ",
            "1e9999",
            "0x",
            "sql(",
            "\ud83d\ude00",
            "final ",
            "record ");

    @Test
    void neverThrows() throws IOException {
        List<String> seeds = List.of(
                Files.readString(Path.of("src/test/java/dev/migrate/core/source/agree/V0001_Chains.java"))
                        .replaceFirst("(?s)// Columns and their types.*// Tables", "// Tables"),
                SourceMigration.up(
                                "for (String c : List.of(\"a\", \"b\")) steps.add(sql(\"DROP TABLE %s\".formatted(c)));")
                        .text(),
                SourceMigration.up(
                                "steps.add(sql(\"\"\"\n   DROP\\t TABLE \\\n  x\"\"\")); if (x) return; steps.add(y);")
                        .text());
        Random random = new Random(20_261_125);
        int read = 0;
        for (int index = 0; index < INPUTS; index++) {
            String text = mutated(seeds.get(index % seeds.size()), random);
            read += check(text);
        }
        assertThat(read).isGreaterThan(INPUTS / 20);
    }

    private static String mutated(String seed, Random random) {
        StringBuilder text = new StringBuilder(seed);
        for (int change = random.nextInt(3); change >= 0; change--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, SPLINTERS.get(random.nextInt(SPLINTERS.size())));
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(20)));
                case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(60))));
                default -> text.setLength(random.nextInt(20) == 0 ? at : text.length());
            }
        }
        return text.toString();
    }

    private static int check(String text) {
        try {
            SourceReading reading = new JavaMigrationReader(FakeResolver.EMPTY).read("X.java", text);
            for (SourceReading.ReadMigration migration : reading.migrations()) {
                for (Step step : migration.migration().up()) {
                    step.operations().stream().map(PlacedOperation::place).forEach(place -> inside(place, text));
                }
            }
            return reading.migrations().size();
        } catch (RuntimeException | Error thrown) {
            return fail("for the text\n" + text, thrown);
        }
    }

    private static void inside(Place place, String text) {
        if (place.exact() && (place.start() > place.end() || place.end() > text.length())) {
            fail(place + " is not in the text\n" + text);
        }
    }
}
