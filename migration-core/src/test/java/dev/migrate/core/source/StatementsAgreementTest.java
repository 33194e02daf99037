package dev.migrate.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.api.internal.recorder.Recorder;
import dev.migrate.core.migration.Step;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.source.agree.V0002_Statements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** jOOQ's statements and expressions: each is read as jOOQ renders it, or opaque, and never otherwise. */
class StatementsAgreementTest {
    private static final String FILE = "V0002_Statements.java";

    @Test
    void readsEachAsJooqRendersItOrSaysThatItDoesNot() throws IOException {
        List<String> misread = new ArrayList<>();
        List<String> opaque = new ArrayList<>();
        List<String> rendered = rendered();
        List<Step> read = read();
        assertThat(read).hasSameSizeAs(rendered);
        List<String> texts = texts();
        int text = 0;
        for (int index = 0; index < read.size(); index++) {
            if (isOpaque(read.get(index))) {
                opaque.add(rendered.get(index) + " -- " + reason(read.get(index)));
            } else if (!texts.get(text++).equals(rendered.get(index))) {
                misread.add(texts.get(text - 1) + "\n    is " + rendered.get(index));
            }
        }
        assertThat(misread).isEmpty();
        assertThat(opaque.size() * 15)
                .as("of %s:%n%s", read.size(), String.join("\n", opaque))
                .isLessThan(read.size());
    }

    private static boolean isOpaque(Step step) {
        return step.operations().stream().anyMatch(placed -> placed.operation() instanceof DdlOperation.Opaque);
    }

    private static String reason(Step step) {
        return ((DdlOperation.Opaque) step.operations().get(0).operation()).reason();
    }

    /** With a reader of SQL that gives nothing, opaque is what the Java is. */
    private static List<Step> read() throws IOException {
        return migration(new JavaMigrationReader(FakeResolver.EMPTY, sql -> List.of()));
    }

    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        migration(new JavaMigrationReader(FakeResolver.EMPTY, sql -> {
            texts.add(sql);
            return List.of();
        }));
        return texts;
    }

    private static List<Step> migration(JavaMigrationReader reader) throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/migrate/core/source/agree/" + FILE));
        return reader.read(FILE, source).migrations().get(0).migration().up();
    }

    @SuppressWarnings("unchecked")
    private static List<String> rendered() {
        Map<String, Object> recorded =
                new Recorder().apply(List.of(V0002_Statements.class.getName())).get(0);
        assertThat(recorded).doesNotContainKey("failure");
        List<Map<String, Object>> steps = (List<Map<String, Object>>) recorded.getOrDefault("up", List.of());
        return steps.stream().map(step -> String.valueOf(step.get("sql"))).toList();
    }
}
