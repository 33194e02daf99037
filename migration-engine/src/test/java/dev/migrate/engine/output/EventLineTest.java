package dev.migrate.engine.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.event.Event;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EventLineTest {
    @Test
    void lockTryNamesTheBlocker() {
        Event event = new Event.LockTry("V0007_X", 3, 30, Duration.ofMillis(100), "pid 12 (psql): SELECT 1");
        assertThat(EventLine.of(event).text())
                .isEqualTo("V0007_X got no lock within 100 ms, try 3 of 30: held by pid 12 (psql): SELECT 1");
    }

    @Test
    void longStatementIsCutToOneLine() {
        Event event = new Event.StepStarted("V1_X", 1, 2, "SELECT\n  " + "x".repeat(200));
        assertThat(EventLine.of(event).text())
                .startsWith("V1_X step 1 of 2: SELECT xxx")
                .endsWith("x…")
                .hasSizeLessThan(125);
    }

    @Test
    void failedVerdictIsAWarning() {
        assertThat(EventLine.of(new Event.Verdict("V1_X", "SELECT 1", false)))
                .isEqualTo(new EventLine(EventLine.Level.WARNING, "V1_X does not hold: SELECT 1"));
    }

    @Test
    void batchWithUnknownTotalSaysWhatIsDone() {
        assertThat(EventLine.of(new Event.Batch("V1_X", 12034, -1, Duration.ZERO))
                        .text())
                .isEqualTo("V1_X 12,034 rows done");
    }

    @Test
    void everyKindOfEventHasALine() throws ReflectiveOperationException {
        for (Class<?> kind : Event.class.getPermittedSubclasses()) {
            assertThat(EventLine.of(sample(kind)).text())
                    .as(kind.getSimpleName())
                    .isNotBlank();
        }
    }

    private static Event sample(Class<?> kind) throws ReflectiveOperationException {
        var constructor = kind.getDeclaredConstructors()[0];
        Object[] values = Arrays.stream(constructor.getParameterTypes())
                .map(EventLineTest::value)
                .toArray();
        return (Event) constructor.newInstance(values);
    }

    private static Object value(Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        if (type == Duration.class) {
            return Duration.ofMillis(1500);
        }
        if (type == boolean.class) {
            return true;
        }
        return type == int.class ? (Object) 2 : (Object) 2L;
    }
}
