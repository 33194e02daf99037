package dev.migrate.core.measured;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of all cases that ship, on every version: no miss and no false alarm. */
class MeasuredVerdictTest {
    /** In which time zone the session runs no migration says here: told as MAY. It was measured in UTC. */
    private static final Set<String> NOT_KNOWN = Set.of("type-of-ts-to-timestamptz");

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
