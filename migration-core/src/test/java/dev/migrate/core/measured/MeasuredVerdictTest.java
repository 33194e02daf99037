package dev.migrate.core.measured;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of all cases that ship, on every version: no miss and no false alarm. */
class MeasuredVerdictTest {
    /** What a function of the user does no migration says here: told as MAY. */
    private static final Set<String> NOT_KNOWN = Set.of("add-column-default-user-immutable");

    /** The reading takes DEFAULT NULL for no default, and a server checks the key all the same. */
    private static final Set<String> NOT_READ = Set.of("add-column-references-null-default");

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
            boolean wrongly = (verdict == MeasuredVerdict.MISSED && !NOT_READ.contains(each.name()))
                    || (verdict == MeasuredVerdict.FALSE_ALARM && !NOT_KNOWN.contains(each.name()));
            if (wrongly) {
                wrong.add(verdict + " " + each.name() + ": " + each.sql());
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(found).isGreaterThan(80);
    }
}
