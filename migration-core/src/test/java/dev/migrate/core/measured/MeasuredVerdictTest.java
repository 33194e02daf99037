package dev.migrate.core.measured;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of all cases that ship, on every version: no miss and no false alarm. */
class MeasuredVerdictTest {
    /**
     * What no migration says here is told as MAY: in which time zone the session runs (it was measured in UTC), and what
     * a function in SQL comes to once its body is put in its place.
     */
    private static final Set<String> NOT_KNOWN = Set.of("type-of-ts-to-timestamptz", "default-function-sql-volatile");

    @ParameterizedTest
    @ValueSource(ints = {13, 14, 15, 16, 17, 18})
    void findsAllThatBlocksAndNothingElse(int majorVersion) {
        List<String> wrong = new ArrayList<>();
        int found = 0;
        for (Measured each : MeasuredTable.shipped().rows()) {
            if (majorVersion < each.from() || majorVersion > each.to()) {
                continue;
            }
            MeasuredVerdict verdict = MeasuredVerdict.of(each, majorVersion);
            found += verdict == MeasuredVerdict.FOUND ? 1 : 0;
            boolean wrongly = verdict == MeasuredVerdict.MISSED
                    || (verdict == MeasuredVerdict.FALSE_ALARM && !NOT_KNOWN.contains(each.name()));
            if (wrongly) {
                wrong.add(verdict + " " + each.name() + ": " + each.sql());
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(found).isGreaterThan(200);
    }
}
