package dev.migrate.benchmarks.read;

import dev.migrate.benchmarks.Benchmark;
import dev.migrate.benchmarks.Figure;
import dev.migrate.benchmarks.NotMeasured;
import dev.migrate.benchmarks.Report;
import dev.migrate.core.sql.SqlReader;
import dev.migrate.engine.embedded.EmbeddedPostgres;
import dev.migrate.engine.embedded.PostgresVersion;
import dev.migrate.engine.event.Events;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Other people's scripts: how fast, how much, and whether the folded schema is the server's catalog. */
public final class ReadBenchmark implements Benchmark {
    private static final double LEAST_PER_SECOND = 50_000;
    private static final double MOST_UNREAD = 1;

    @Override
    public String name() {
        return "read";
    }

    @Override
    public String measures() {
        return "the PostgreSQL scripts in other people's jars: statements a second, share read, none misread";
    }

    @Override
    public Report run(boolean quick, Path folder, Consumer<String> progress) throws Exception {
        progress.accept("resolving the jars");
        List<Corpus> corpora = Corpus.resolve(folder);
        List<String> texts = new ArrayList<>();
        corpora.forEach(corpus -> corpus.scripts().forEach(script -> texts.add(script.text())));
        if (texts.isEmpty()) {
            throw new NotMeasured("the jars hold no script", "see: " + folder);
        }
        progress.accept(texts.size() + " scripts in " + corpora.size() + " jars; on a server");
        Applied applied = onServer(corpora, folder);
        progress.accept("reading them again and again on one thread");
        Speed speed = speed(texts, quick ? Duration.ofSeconds(2) : Duration.ofSeconds(10));
        List<String> notes = new ArrayList<>();
        applied.misread().forEach(difference -> notes.add("misread: " + difference));
        applied.unread().forEach(statement -> notes.add("not read: " + statement));
        double unread = 100.0 * (applied.ddl() - applied.read()) / applied.ddl();
        return new Report(
                texts.size() + " PostgreSQL scripts in " + corpora.size() + " jars",
                List.of(
                        figure("DDL statements", "", applied.ddl(), OptionalDouble.empty()),
                        figure("not read", "%", unread, OptionalDouble.of(MOST_UNREAD)),
                        figure("executed by the server", "", applied.executed(), OptionalDouble.empty()),
                        figure("facts of the catalog compared", "", applied.facts(), OptionalDouble.empty()),
                        figure("facts that differ", "", applied.misread().size(), OptionalDouble.of(0)),
                        figure("statements a second", "1/s", speed.statements(), OptionalDouble.empty()),
                        figure(
                                "microseconds a statement",
                                "us",
                                1e6 / speed.statements(),
                                OptionalDouble.of(1e6 / LEAST_PER_SECOND)),
                        figure("scripts a second", "1/s", speed.scripts(), OptionalDouble.empty())),
                List.of(),
                notes);
    }

    private record Speed(double statements, double scripts) {}

    /** The first half of the time warms up. */
    private static Speed speed(List<String> texts, Duration time) {
        pass(texts, time.toNanos() / 2);
        return pass(texts, time.toNanos() / 2);
    }

    private static Speed pass(List<String> texts, long nanos) {
        long start = cpu();
        long statements = 0;
        long scripts = 0;
        while (cpu() - start < nanos) {
            for (String text : texts) {
                statements += SqlReader.read(text).size();
                scripts++;
            }
        }
        double seconds = (cpu() - start) / 1e9;
        return new Speed(statements / seconds, scripts / seconds);
    }

    /** The time that this thread has had a core, so that other work on the machine is not counted. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Applied onServer(List<Corpus> corpora, Path folder) throws SQLException {
        Applied applied = new Applied();
        try (EmbeddedPostgres server = EmbeddedPostgres.start(
                EmbeddedPostgres.Options.scratch(PostgresVersion.of(PostgresVersion.DEFAULT_MAJOR), folder),
                Events.none())) {
            int number = 0;
            for (Corpus corpus : corpora) {
                String database = "corpus" + ++number;
                try (Connection admin = DriverManager.getConnection(server.url());
                        Statement create = admin.createStatement()) {
                    create.execute("CREATE DATABASE " + database);
                }
                try (Connection connection = DriverManager.getConnection(server.url(database))) {
                    applied.apply(corpus, connection);
                }
            }
        }
        return applied;
    }

    private static Figure figure(String measure, String unit, double value, OptionalDouble limit) {
        return new Figure(measure, unit, value, Map.of(), limit);
    }
}
