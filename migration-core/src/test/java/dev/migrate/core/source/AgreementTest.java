package dev.migrate.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.api.internal.recorder.Recorder;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.PlacedOperation;
import dev.migrate.core.migration.RecordedReading;
import dev.migrate.core.migration.Step;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.source.agree.V0001_Chains;
import dev.migrate.core.sql.SqlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The source reading of a class and the recorded one are the same. */
class AgreementTest {
    private static final Path SOURCES = Path.of("src/test/java");

    @Test
    void rendersEveryChainAsJooqDoes() throws IOException {
        List<String> read = new ArrayList<>();
        new JavaMigrationReader(FakeResolver.EMPTY, sql -> {
                    read.add(sql);
                    return List.of();
                })
                .read("V0001_Chains.java", source(V0001_Chains.class));

        List<String> recorded = steps(V0001_Chains.class).stream()
                .map(step -> String.valueOf(step.get("sql")))
                .toList();
        assertThat(recorded).hasSizeGreaterThan(120);
        assertThat(read).containsExactlyElementsOf(recorded);
    }

    @Test
    void readsTheSameOperations() throws IOException {
        Migration read = read(V0001_Chains.class);
        Migration recorded = recorded(V0001_Chains.class);

        assertThat(operations(read)).containsExactlyElementsOf(operations(recorded));
    }

    @Test
    void losesWhatJooqLoses() throws IOException {
        assertThat(lost(read(V0001_Chains.class)))
                .isEqualTo(lost(recorded(V0001_Chains.class)))
                .containsExactly("generated column b");
    }

    @Test
    void placesEveryStepExactly() throws IOException {
        Migration read = read(V0001_Chains.class);
        assertThat(read.up()).hasSameSizeAs(steps(V0001_Chains.class));
        for (Step step : read.up()) {
            assertThat(step.place().exact()).isTrue();
            assertThat(step.operations())
                    .isNotEmpty()
                    .allMatch(operation -> operation.place().exact());
        }
    }

    private static List<String> lost(Migration migration) {
        return migration.up().stream()
                .filter(step -> step instanceof Step.Statement)
                .flatMap(step -> ((Step.Statement) step).lost().stream())
                .toList();
    }

    private static List<DdlOperation> operations(Migration migration) {
        return migration.up().stream()
                .flatMap(step -> step.operations().stream())
                .map(PlacedOperation::operation)
                .toList();
    }

    private static Migration read(Class<?> type) throws IOException {
        SourceReading reading =
                new JavaMigrationReader(FakeResolver.EMPTY).read(type.getSimpleName() + ".java", source(type));
        return reading.migrations().get(0).migration();
    }

    private static String source(Class<?> type) throws IOException {
        return Files.readString(SOURCES.resolve(type.getName().replace('.', '/') + ".java"));
    }

    private static Map<String, Object> record(Class<?> type) {
        Map<String, Object> recorded =
                new Recorder().apply(List.of(type.getName())).get(0);
        assertThat(recorded).doesNotContainKey("failure");
        return recorded;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> steps(Class<?> type) {
        return (List<Map<String, Object>>) record(type).getOrDefault("up", List.of());
    }

    private static Migration recorded(Class<?> type) {
        return new RecordedReading((text, place) -> SqlReader.read(text).stream()
                        .flatMap(statement -> statement.operations().stream())
                        .map(spanned -> new PlacedOperation(spanned.operation(), place))
                        .toList())
                .read(record(type));
    }
}
