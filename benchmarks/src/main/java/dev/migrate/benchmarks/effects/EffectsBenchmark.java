package dev.migrate.benchmarks.effects;

import dev.migrate.benchmarks.Benchmark;
import dev.migrate.benchmarks.Figure;
import dev.migrate.benchmarks.Report;
import dev.migrate.core.measured.Claim;
import dev.migrate.core.measured.Measured;
import dev.migrate.core.measured.MeasuredTable;
import dev.migrate.core.measured.Shown;
import dev.migrate.core.schema.Schema;
import dev.migrate.engine.embedded.EmbeddedPostgres;
import dev.migrate.engine.embedded.PostgresVersion;
import dev.migrate.engine.event.Events;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Our claims about PostgreSQL against PostgreSQL; it also writes the table that ships. */
public final class EffectsBenchmark implements Benchmark {
    private static final int OLDEST = 13;
    private static final int NEWEST = 18;
    private static final int QUICK = 8;

    @Override
    public String name() {
        return "effects";
    }

    @Override
    public String measures() {
        return "what each statement locks, rewrites, scans and indexes on PostgreSQL 13 to 18, beside what we claim";
    }

    @Override
    public Report run(boolean quick, Path folder, Consumer<String> progress) throws Exception {
        String sql = EffectCase.resource("schema.sql");
        List<EffectCase> cases = new ArrayList<>(EffectCase.all());
        if (quick) {
            cases.removeIf(one -> Math.floorMod(one.name().hashCode(), QUICK) != 0);
        }
        Map<Integer, List<Shown>> shown = new TreeMap<>();
        for (int major = OLDEST; major <= NEWEST; major++) {
            progress.accept("PostgreSQL " + major + ": " + cases.size() + " cases");
            shown.put(major, measure(major, cases, sql, folder.resolve("pg" + major)));
        }
        List<Measured> rows = merged(cases, shown);
        Files.writeString(folder.resolve("measured-effects.tsv"), MeasuredTable.text(rows));
        Files.writeString(folder.resolve("measured-schema.sql"), sql);
        return report(sql, rows, cases.size(), folder);
    }

    private static List<Shown> measure(int major, List<EffectCase> cases, String schema, Path folder)
            throws SQLException {
        List<Shown> shown = new ArrayList<>();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(
                        EmbeddedPostgres.Options.scratch(PostgresVersion.of(major), folder)
                                .settings("autovacuum=off", "TimeZone=UTC"),
                        Events.none());
                Connection connection = DriverManager.getConnection(postgres.url())) {
            Oracle oracle = new Oracle(connection, schema);
            for (EffectCase one : cases) {
                shown.add(oracle.shown(one));
            }
        }
        return shown;
    }

    /** Neighbouring majors that showed the same are one row. */
    private static List<Measured> merged(List<EffectCase> cases, Map<Integer, List<Shown>> shown) {
        List<Measured> rows = new ArrayList<>();
        for (int at = 0; at < cases.size(); at++) {
            EffectCase one = cases.get(at);
            int from = OLDEST;
            for (int major = OLDEST; major <= NEWEST; major++) {
                Shown here = shown.getOrDefault(major, List.of()).get(at);
                boolean last = major == NEWEST
                        || !here.equals(shown.getOrDefault(major + 1, List.of()).get(at));
                if (last) {
                    rows.add(new Measured(one.name(), from, major, one.setup(), one.before(), one.sql(), here));
                    from = major + 1;
                }
            }
        }
        return rows;
    }

    private static Report report(String sql, List<Measured> rows, int cases, Path folder) throws IOException {
        Schema start = Schema.empty().apply(Claim.read(sql));
        int compared = 0;
        int unread = 0;
        int refused = 0;
        List<String> differences = new ArrayList<>();
        for (Measured row : rows) {
            for (int major = row.from(); major <= row.to(); major++) {
                if (row.shown().failed()) {
                    refused++;
                    continue;
                }
                Claim claim = Claim.of(start, row, major);
                if (claim.opaque()) {
                    unread++;
                    differences.add(row.name() + " on " + major + ": not read");
                    continue;
                }
                compared++;
                int here = major;
                claim.difference(row.shown())
                        .ifPresent(difference -> differences.add(row.name() + " on " + here + ": " + difference));
            }
        }
        Files.write(folder.resolve("differences.txt"), differences);
        List<String> notes = new ArrayList<>();
        notes.add(
                "refused by the server, with nothing to compare: " + refused + " (of " + cases + " cases on 6 majors)");
        notes.add("the table that ships is migration-core's measured-effects.tsv; this run wrote " + folder
                + "/measured-effects.tsv");
        differences.stream().limit(40).forEach(difference -> notes.add("differs: " + difference));
        return new Report(
                cases + " cases on PostgreSQL " + OLDEST + " to " + NEWEST,
                List.of(
                        figure("claims compared", compared, OptionalDouble.empty()),
                        figure("claims that a server contradicts", differences.size() - unread, OptionalDouble.of(0)),
                        figure("statements not read", unread, OptionalDouble.of(0))),
                List.of(),
                notes);
    }

    private static Figure figure(String measure, double value, OptionalDouble limit) {
        return new Figure(measure, "", value, Map.of(), limit);
    }
}
