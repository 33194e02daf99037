package dev.migrate.engine.measured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.measured.EffectCase;
import dev.migrate.core.measured.EffectCases;
import dev.migrate.core.measured.EffectTable;
import dev.migrate.core.measured.MeasuredEffect;
import dev.migrate.engine.embedded.PostgresVersion;
import dev.migrate.engine.embedded.TestDatabase;
import dev.migrate.engine.embedded.TestServer;
import dev.migrate.engine.kit.Proofs;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Servers still show what the shipped table says of them. */
class EffectsOnServerTest {
    private static final EffectTable SHIPPED = EffectCases.table();

    /** With {@code -Dproofs} all cases on all versions: {@code benchmarks/run effects} does the same. */
    @Test
    void aServerShowsWhatTheTableSays() throws Exception {
        List<Integer> majors =
                Proofs.times(0, 1) == 1 ? PostgresVersion.majors() : List.of(PostgresVersion.DEFAULT_MAJOR);
        List<String> differences = new ArrayList<>();
        for (int major : majors) {
            try (TestDatabase database = TestServer.get(major).database();
                    Connection connection = database.connect()) {
                EffectMeasurement.measureOn(connection, major, chosen())
                        .forEach((name, shown) -> differences.addAll(difference(name, major, shown)));
            }
        }

        assertThat(differences).isEmpty();
    }

    private static List<String> difference(String name, int major, MeasuredEffect shown) {
        MeasuredEffect said = SHIPPED.of(name, major).orElseThrow();
        return said.equals(shown)
                ? List.of()
                : List.of(name + " on " + major + ": the table says " + said + ", the server shows " + shown);
    }

    private static List<EffectCase> chosen() {
        List<EffectCase> all = new ArrayList<>(EffectCases.all());
        Collections.shuffle(all, new Random(Proofs.seed()));
        return all.subList(0, Proofs.times(60, all.size()));
    }

    /** The table tells apart what differs between versions, and the meter sees work and locks. */
    @Test
    void theMeterSeesLocksRewritesScansAndNotices() throws Exception {
        EffectCase rewrite = one("ALTER TABLE t ADD COLUMN z float8 DEFAULT random()");
        EffectCase scan = one("ALTER TABLE t ADD CHECK (a > 0)");
        try (TestDatabase database = TestServer.get().database();
                Connection connection = database.connect()) {
            EffectMeter meter = new EffectMeter(connection);

            assertThat(meter.measure(rewrite).newFiles()).contains("t", "t_pkey");
            MeasuredEffect scanned = meter.measure(scan);
            assertThat(scanned.newFiles()).isEmpty();
            assertThat(scanned.scans()).isEqualTo(Map.of("t", 1));
            assertThat(scanned.notices()).containsExactly("verifying table \"t\"");
            assertThat(meter.measure(one("ALTER TABLE nope ADD CHECK (a > 0)")).refused())
                    .isEqualTo("42P01");
        }
    }

    private static EffectCase one(String sql) {
        return new EffectCase("one", "", "", sql, 13);
    }
}
