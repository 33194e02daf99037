package dev.migrate.engine.measured;

import dev.migrate.core.measured.EffectCase;
import dev.migrate.core.measured.EffectCases;
import dev.migrate.core.measured.EffectTable;
import dev.migrate.core.measured.MeasuredEffect;
import dev.migrate.engine.embedded.EmbeddedPostgres;
import dev.migrate.engine.embedded.PostgresVersion;
import dev.migrate.engine.event.Events;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Measures the cases on embedded servers, one version after the other. */
public final class EffectMeasurement {
    private EffectMeasurement() {}

    /**
     * The table of what servers show for all cases that ship.
     *
     * @param majors the versions
     * @param folder where the servers' data go
     * @param progress takes a line when a version begins
     * @throws SQLException if a case's setup fails; the message begins with the case's name
     */
    public static EffectTable measure(Collection<Integer> majors, Path folder, Consumer<String> progress)
            throws SQLException {
        List<EffectCase> cases = EffectCases.all();
        Map<String, SortedMap<Integer, MeasuredEffect>> effects = new LinkedHashMap<>();
        cases.forEach(each -> effects.put(each.name(), new TreeMap<>()));
        for (int major : majors) {
            progress.accept("PostgreSQL " + major);
            try (EmbeddedPostgres server = EmbeddedPostgres.start(
                            EmbeddedPostgres.Options.scratch(PostgresVersion.of(major), folder)
                                    .settings("autovacuum=off", "jit=off"),
                            Events.none());
                    Connection connection = DriverManager.getConnection(server.url())) {
                measureOn(connection, major, cases)
                        .forEach((name, effect) ->
                                effects.getOrDefault(name, new TreeMap<>()).put(major, effect));
            }
        }
        return new EffectTable(effects);
    }

    /** What one server shows, by the cases' names. */
    public static Map<String, MeasuredEffect> measureOn(Connection connection, int major, List<EffectCase> cases)
            throws SQLException {
        EffectMeter meter = new EffectMeter(connection);
        Map<String, MeasuredEffect> effects = new LinkedHashMap<>();
        for (EffectCase each : cases) {
            if (each.from() > major) {
                continue;
            }
            try {
                effects.put(each.name(), meter.measure(each));
            } catch (SQLException failed) {
                throw new SQLException(each.name() + ": " + failed.getMessage(), failed.getSQLState(), failed);
            }
        }
        return effects;
    }
}
