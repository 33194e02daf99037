package dev.migrate.core.measured;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of all cases that ship, on every version: no miss and no false alarm. */
class MeasuredVerdictTest {
    /** Told as MAY: what a function of the user does, and in which time zone a session is, no migration says here. */
    private static final Set<String> NOT_KNOWN = Set.of(
            "add-column-default-user-function-stable",
            "add-column-default-user-function-immutable",
            "type-of-ts-to-timestamptz");

    @ParameterizedTest
    @ValueSource(ints = {13, 14, 15, 16, 17, 18})
    void findsAllThatBlocksAndNothingElse(int majorVersion) {
        EffectTable table = EffectCases.table();
        List<String> wrong = new ArrayList<>();
        int found = 0;
        for (EffectCase each : EffectCases.all()) {
            Optional<MeasuredEffect> shown = table.of(each.name(), majorVersion);
            if (shown.isEmpty()) {
                continue;
            }
            MeasuredVerdict verdict = MeasuredVerdict.of(each, shown.get(), majorVersion);
            found += verdict == MeasuredVerdict.FOUND ? 1 : 0;
            boolean wrongly = verdict == MeasuredVerdict.MISSED
                    || (verdict == MeasuredVerdict.FALSE_ALARM && !NOT_KNOWN.contains(each.name()));
            if (wrongly) {
                wrong.add(verdict + " " + each.name() + ": " + each.sql());
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(found).isGreaterThan(80);
    }
}
