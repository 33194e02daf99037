package dev.migrate.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.PlacedOperation;
import dev.migrate.core.migration.Step;
import dev.migrate.core.operation.DdlOperation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IndexEntryTest {
    private static final String HASH = SourceHash.of("class V1_X {}\n");

    @Test
    void everyOperationAndRecipeComesBackAsItWas() {
        IndexEntry entry = new IndexEntry(Samples.everything(), HASH, List.of("poll -> 1", "\"\\n\""));

        assertThat(IndexEntry.parse(entry.text())).isEqualTo(entry);
        assertThat(kindsOfOperations(entry.migration()))
                .as("the sample holds every operation")
                .isEqualTo(records(DdlOperation.class).count());
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(IndexEntryTest::records)
                : Stream.of(type);
    }

    private static long kindsOfOperations(Migration migration) {
        return migration.up().stream()
                .filter(Step.Statement.class::isInstance)
                .flatMap(step -> step.operations().stream())
                .map(PlacedOperation::operation)
                .map(Object::getClass)
                .distinct()
                .count();
    }

    @Test
    void aMigrationThatIsAllButEmptyComesBackAsItWas() {
        IndexEntry entry = new IndexEntry(Samples.bare("a.V1_X"), HASH, List.of());

        assertThat(IndexEntry.parse(entry.text())).isEqualTo(entry);
    }

    @Test
    void aWrittenDownWithoutStepsIsNotADownToDerive() {
        Migration written = Samples.read("a.V1_X", ", \"down\": []");

        String text = new IndexEntry(written, HASH, List.of()).text();

        assertThat(IndexEntry.parse(text).migration().down()).contains(List.of());
    }

    @Test
    void isOneLineThatAPersonCanRead() {
        assertThat(new IndexEntry(Samples.bare("a.V1_X"), "00ff", List.of("x")).text())
                .startsWith("{\"format\":1,\"class\":\"a.V1_X\",\"source\":\"00ff\",\"rowFunctions\":[\"x\"],"
                        + "\"migration\":{\"className\":\"a.V1_X\",\"simpleName\":\"V1_X\",")
                .endsWith("}\n")
                .hasLineCount(1);
    }

    @Test
    void anotherVersionsFormIsRefusedByItsNumber() {
        String text = new IndexEntry(Samples.bare("a.V1_X"), HASH, List.of()).text();

        assertThatThrownBy(() -> IndexEntry.parse(text.replace("\"format\":1", "\"format\":2")))
                .isInstanceOf(IndexUnreadable.class)
                .hasMessage("the form is version 2, known is 1");
    }

    @Test
    void damagedTextIsRefused() {
        String text = new IndexEntry(Samples.everything(), HASH, List.of()).text();

        assertThatThrownBy(() -> IndexEntry.parse("")).isInstanceOf(IndexUnreadable.class);
        assertThatThrownBy(() -> IndexEntry.parse(text.substring(0, text.length() / 2)))
                .isInstanceOf(IndexUnreadable.class);
        assertThatThrownBy(() -> IndexEntry.parse(text + text)).isInstanceOf(IndexUnreadable.class);
        assertThatThrownBy(() -> IndexEntry.parse(text.replace("\"is\":\"DropColumn\"", "\"is\":\"Unheard\"")))
                .isInstanceOf(IndexUnreadable.class)
                .hasMessage("Unheard is no known DdlOperation");
    }

    @Test
    void whatIsUnknownToThisVersionIsPassedOver() {
        IndexEntry entry = new IndexEntry(Samples.bare("a.V1_X"), HASH, List.of());

        assertThat(IndexEntry.parse(entry.text().replace("\"simpleName\"", "\"later\":[1],\"simpleName\"")))
                .isEqualTo(entry);
    }

    @Test
    void lineEndsDoNotChangeTheHash() {
        assertThat(SourceHash.of("a\r\nb\rc\n")).isEqualTo(SourceHash.of("a\nb\nc\n"));
        assertThat(SourceHash.of("a\nb")).isNotEqualTo(SourceHash.of("a\nb\n"));
        assertThat(SourceHash.of("")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
