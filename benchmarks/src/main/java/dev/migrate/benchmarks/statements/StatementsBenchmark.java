package dev.migrate.benchmarks.statements;

import dev.migrate.benchmarks.Benchmark;
import dev.migrate.benchmarks.Figure;
import dev.migrate.benchmarks.NotMeasured;
import dev.migrate.benchmarks.Report;
import dev.migrate.benchmarks.Report.Counted;
import dev.migrate.benchmarks.server.MeasuredServer;
import dev.migrate.benchmarks.server.RoundTripProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Many migrations of one statement each, on a database that has tables: what each tool asks of the server for them. */
public final class StatementsBenchmark implements Benchmark {
    private static final int MIGRATIONS = 1000;
    private static final int QUICK_MIGRATIONS = 100;
    private static final String TEMPLATE = "accounts";

    @Override
    public String name() {
        return "statements";
    }

    @Override
    public String measures() {
        return "statements, transactions, round trips and CPU of 1,000 one-statement migrations, and of a run with none"
                + " pending; beside Flyway, Liquibase and plain JDBC";
    }

    @Override
    public Report run(boolean quick, Path folder, Consumer<String> progress) throws Exception {
        List<AddColumn> migrations = AddColumn.first(quick ? QUICK_MIGRATIONS : MIGRATIONS);
        try (MeasuredServer server = MeasuredServer.start(folder.resolve("server"))) {
            server.execute("postgres", "CREATE DATABASE " + TEMPLATE);
            server.execute(TEMPLATE, AddColumn.tables());
            Map<String, Costs> costs = new LinkedHashMap<>();
            for (Contestant contestant : Contestant.all()) {
                Path own = Files.createDirectories(folder.resolve("tool" + costs.size()));
                progress.accept(contestant.name() + ": writes " + migrations.size() + " migrations");
                contestant.write(own, migrations);
                costs.put(contestant.name(), costs(server, contestant, own, migrations.size(), progress));
            }
            return report(server.version(), migrations.size(), costs);
        }
    }

    private record Costs(StatementCosts run, Fork.Used used, StatementCosts noOp, Fork.Used noOpUsed, Trips trips) {}

    private record Trips(int locked, double perMigration) {}

    private static Costs costs(
            MeasuredServer server, Contestant contestant, Path folder, int migrations, Consumer<String> progress)
            throws SQLException, IOException {
        String database = String.valueOf(folder.getFileName());
        server.copy(TEMPLATE, database);
        Fork.run(contestant, Fork.Action.ADOPT, server.url(database), folder);

        progress.accept(contestant.name() + ": applies them");
        long start = server.logEnd();
        Fork.Used used = Fork.run(contestant, Fork.Action.APPLY, server.url(database), folder);
        StatementCosts run = new StatementCosts(server.statements(database, start));
        assertApplied(server, database, contestant, migrations);

        progress.accept(contestant.name() + ": runs again, with nothing to do");
        start = server.logEnd();
        Fork.Used noOpUsed = Fork.run(contestant, Fork.Action.APPLY, server.url(database), folder);
        StatementCosts noOp = new StatementCosts(server.statements(database, start));

        progress.accept(contestant.name() + ": applies them to another database, through the proxy that counts");
        Trips trips = trips(server, contestant, folder, migrations);
        return new Costs(run, used, noOp, noOpUsed, trips);
    }

    private static Trips trips(MeasuredServer server, Contestant contestant, Path folder, int migrations)
            throws SQLException, IOException {
        String database = folder.getFileName() + "_trips";
        server.copy(TEMPLATE, database);
        Fork.run(contestant, Fork.Action.ADOPT, server.url(database), folder);
        try (RoundTripProxy proxy = new RoundTripProxy(server.port())) {
            String url = server.url(database).replace(":" + server.port() + "/", ":" + proxy.port() + "/");
            Fork.run(contestant, Fork.Action.APPLY, url, folder);
            assertApplied(server, database, contestant, migrations);
            List<List<List<String>>> flights = proxy.flights();
            double all = flights.stream().mapToInt(List::size).sum();
            return new Trips(LockedRoundTrips.most(flights), all / migrations);
        }
    }

    private static void assertApplied(MeasuredServer server, String database, Contestant contestant, int migrations)
            throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(database));
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM pg_attribute"
                        + " WHERE attrelid::regclass::text ~ '^account_\\d\\d$' AND attname ~ '^c\\d{4}$'")) {
            count.next();
            if (count.getInt(1) != migrations) {
                throw new NotMeasured(
                        contestant.name() + " made " + count.getInt(1) + " of " + migrations + " columns");
            }
        }
    }

    private static Report report(String version, int migrations, Map<String, Costs> costs) {
        List<Figure> figures = new ArrayList<>();
        figures.add(figure(
                "statements a migration", "median", 5, costs, each -> each.run().perMigration()));
        figures.add(figure(
                "statements in its transaction",
                "most",
                5,
                costs,
                each -> each.run().mostInTransaction()));
        figures.add(figure(
                "transactions a migration",
                "median",
                1,
                costs,
                each -> each.run().transactionsPerMigration()));
        figures.add(figure(
                "round trips, first lock to COMMIT",
                "most",
                2,
                costs,
                each -> each.trips().locked()));
        figures.add(figure(
                "round trips a migration", "mean", costs, each -> each.trips().perMigration()));
        figures.add(
                figure("statements, whole run", "", costs, each -> each.run().total()));
        figures.add(
                figure("transactions, whole run", "", costs, each -> each.run().transactions()));
        figures.add(figure("CPU of the runner", "s", costs, each -> each.used().cpuSeconds()));
        figures.add(figure("time", "s", costs, each -> each.used().wallSeconds()));
        figures.add(
                figure("no-op: statements", "", 10, costs, each -> each.noOp().total()));
        figures.add(figure("no-op: transactions", "", costs, each -> each.noOp().transactions()));
        figures.add(figure(
                "no-op: CPU of the runner", "s", costs, each -> each.noOpUsed().cpuSeconds()));
        figures.add(figure("no-op: time", "s", costs, each -> each.noOpUsed().wallSeconds()));
        Costs ours = ours(costs);
        List<Counted> statements = Stream.concat(
                        ours.run().grouped("apply").stream(), ours.noOp().grouped("no-op").stream())
                .toList();
        return new Report(
                String.format(
                        "%,d migrations of one ALTER TABLE … ADD COLUMN each, on PostgreSQL %s", migrations, version),
                figures,
                statements,
                List.of(
                        "statements are counted in the server's log (log_statement = all): each Execute of the extended"
                                + " protocol and each statement of a simple query, on all connections of the tool",
                        "transactions are distinct virtual transaction ids of those entries",
                        "round trips are counted by a proxy in a run of its own; CPU and time are the Java process's,"
                                + " its start included"));
    }

    private static Figure figure(
            String measure, String unit, double limit, Map<String, Costs> costs, ToDoubleFunction<Costs> value) {
        return figure(measure, unit, OptionalDouble.of(limit), costs, value);
    }

    private static Figure figure(String measure, String unit, Map<String, Costs> costs, ToDoubleFunction<Costs> value) {
        return figure(measure, unit, OptionalDouble.empty(), costs, value);
    }

    private static Figure figure(
            String measure,
            String unit,
            OptionalDouble limit,
            Map<String, Costs> costs,
            ToDoubleFunction<Costs> value) {
        Map<String, Double> peers = new LinkedHashMap<>();
        costs.forEach((name, each) -> peers.put(name, value.applyAsDouble(each)));
        peers.remove(oursName());
        return new Figure(measure, unit, value.applyAsDouble(ours(costs)), peers, limit);
    }

    private static Costs ours(Map<String, Costs> costs) {
        return costs.entrySet().stream()
                .filter(entry -> entry.getKey().equals(oursName()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static String oursName() {
        return new Ours().name();
    }
}
