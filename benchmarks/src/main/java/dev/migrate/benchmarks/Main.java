package dev.migrate.benchmarks;

import dev.migrate.benchmarks.check.CheckBenchmark;
import dev.migrate.benchmarks.compile.CompileBenchmark;
import dev.migrate.benchmarks.effects.EffectsBenchmark;
import dev.migrate.benchmarks.histories.HistoriesBenchmark;
import dev.migrate.benchmarks.read.ReadBenchmark;
import dev.migrate.benchmarks.statements.StatementsBenchmark;
import dev.migrate.benchmarks.verdicts.VerdictsBenchmark;
import dev.migrate.engine.MigrateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command behind {@code benchmarks/run}. */
@Command(
        name = "benchmarks/run",
        description = "Runs one measurement and prints our figures, the peers' of the same run, and the limits.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:within the limits", "1:a limit is missed", "2:wrong usage, or it could not be measured"})
public final class Main implements Callable<Integer> {
    private static final int MISSED = 1;
    private static final int NOT_MEASURED = 2;
    private static final List<Benchmark> BENCHMARKS = List.of(
            new StatementsBenchmark(),
            new EffectsBenchmark(),
            new ReadBenchmark(),
            new VerdictsBenchmark(),
            new HistoriesBenchmark(),
            new CompileBenchmark(),
            new CheckBenchmark());

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "the measurement; without it they are listed")
    private @Nullable String name;

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Option(names = "--quick", description = "a tenth of the work")
    private boolean quick;

    @Option(names = "--help", usageHelp = true, description = "this text")
    @SuppressWarnings("UnusedVariable") // picocli sets it, and prints the help itself.
    private boolean help;

    /** Runs it. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        String wanted = name;
        if (wanted == null) {
            BENCHMARKS.forEach(each -> System.out.printf("%-14s %s%n", each.name(), each.measures()));
            return 0;
        }
        for (Benchmark benchmark : BENCHMARKS) {
            if (benchmark.name().equals(wanted)) {
                return measured(benchmark);
            }
        }
        System.err.println("there is no measurement named \"" + wanted + "\"");
        System.err.println(
                "    known: " + BENCHMARKS.stream().map(Benchmark::name).collect(Collectors.joining(", ")));
        return NOT_MEASURED;
    }

    private int measured(Benchmark benchmark) throws Exception {
        Report report;
        try {
            report = benchmark.run(quick, emptied(folder().resolve(benchmark.name())), System.err::println);
        } catch (MigrateException | NotMeasured refused) {
            System.err.println(refused.getMessage());
            return NOT_MEASURED;
        }
        Output output = new Output(System.out);
        if (json) {
            output.jsonLines(benchmark.name(), report);
        } else {
            output.table(report);
        }
        return report.missed() ? MISSED : 0;
    }

    private static Path folder() {
        return Path.of(System.getProperty("migrate.benchmarks.target", "target"))
                .toAbsolutePath();
    }

    private static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                old.sorted(Comparator.reverseOrder()).forEach(Main::delete);
            }
        }
        return Files.createDirectories(folder);
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
