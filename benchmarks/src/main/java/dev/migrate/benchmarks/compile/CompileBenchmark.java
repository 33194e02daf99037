package dev.migrate.benchmarks.compile;

import dev.migrate.benchmarks.Benchmark;
import dev.migrate.benchmarks.Figure;
import dev.migrate.benchmarks.NotMeasured;
import dev.migrate.benchmarks.Report;
import dev.migrate.benchmarks.compile.Compilations.Cost;
import dev.migrate.benchmarks.compile.CompilerProcess.Processors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** What the annotation processor adds to javac, of every JDK that is there. */
public final class CompileBenchmark implements Benchmark {
    private static final int MIGRATIONS = 1000;
    private static final int QUICK_MIGRATIONS = 100;
    private static final int RUNS = 5;
    /** Until a compiler that lives on is as fast as it gets. */
    private static final int WARM_UPS = 40;

    private static final int WARM_RUNS = 15;
    private static final double LIMIT_RATIO = 1.35;
    private static final double LIMIT_COLD_MILLIS = 300;
    private static final double LIMIT_WARM_MILLIS = 30;

    @Override
    public String name() {
        return "compile";
    }

    @Override
    public String measures() {
        return "time and CPU of compiling 1,000 migrations, and one changed among them, with and without the processor;"
                + " JDK 17 and 25";
    }

    @Override
    public Report run(boolean quick, Path folder, Consumer<String> progress) throws IOException {
        int migrations = quick ? QUICK_MIGRATIONS : MIGRATIONS;
        SortedMap<Integer, Path> jdks = Jdks.of(Set.of(17, 25));
        if (jdks.isEmpty()) {
            throw new NotMeasured("no JDK 17 or 25 is found", "set JAVA17_HOME or JAVA25_HOME");
        }
        SampleMigrations.write(folder.resolve("sources"), migrations);
        List<Figure> figures = new ArrayList<>();
        for (Map.Entry<Integer, Path> jdk : jdks.entrySet()) {
            Compilations compilations = new Compilations(jdk.getValue(), folder, "jdk" + jdk.getKey());
            figures.addAll(all(jdk.getKey(), migrations, compilations, progress));
            figures.addAll(one(jdk.getKey(), migrations, compilations, progress));
            figures.addAll(warm(jdk.getKey(), migrations, compilations, progress));
        }
        return new Report(
                String.format(
                        "javac with and without the processor, %,d migrations, JDK %s", migrations, jdks.keySet()),
                figures,
                List.of(),
                List.of(
                        "medians of " + RUNS + " runs, taken in turns; each a process of its own, its start included",
                        "CPU is user and system time of the process: on a busy machine it is the steadier figure",
                        "parsing is what JavaParser alone takes for the same files, in a process that does nothing else",
                        "warm: one changed file in a compiler that lives on, medians of " + WARM_RUNS + " after "
                                + WARM_UPS + "; the processor's class loader is kept, as Gradle's daemon does, or new"
                                + " each time, as Maven does"));
    }

    private static List<Figure> all(int jdk, int migrations, Compilations compilations, Consumer<String> progress)
            throws IOException {
        List<Cost> without = new ArrayList<>();
        List<Cost> with = new ArrayList<>();
        List<Cost> parsing = new ArrayList<>();
        for (int run = 1; run <= RUNS; run++) {
            progress.accept("JDK " + jdk + ": all, run " + run + " of " + RUNS);
            without.add(compilations.all(Processors.NONE));
            with.add(compilations.all(Processors.PATH));
            parsing.add(compilations.parsing());
        }
        String what = "JDK " + jdk + ": " + String.format("%,d migrations", migrations);
        return List.of(
                figure(what + ", time", "s", with, without, Cost::wallMillis, 1000),
                ratio(what + ", time, with / without", with, without, Cost::wallMillis, OptionalDouble.of(LIMIT_RATIO)),
                figure(what + ", CPU", "s", with, without, Cost::cpuMillis, 1000),
                ratio(what + ", CPU, with / without", with, without, Cost::cpuMillis, OptionalDouble.empty()),
                new Figure(
                        what + ", parsing alone, CPU", "s", median(parsing, Cost::cpuMillis) / 1000, Map.of(), none()));
    }

    private static List<Figure> one(int jdk, int migrations, Compilations compilations, Consumer<String> progress)
            throws IOException {
        List<Cost> without = new ArrayList<>();
        List<Cost> with = new ArrayList<>();
        progress.accept("JDK " + jdk + ": one changed file, cold");
        for (int run = 1; run <= RUNS; run++) {
            without.add(compilations.one(migrations, Processors.NONE));
            with.add(compilations.one(migrations, Processors.PATH));
        }
        String what = "JDK " + jdk + ": one changed, cold";
        return List.of(
                figure(what + ", time", "ms", with, without, Cost::wallMillis, 1),
                more(what + ", more time", with, without, Cost::wallMillis, OptionalDouble.of(LIMIT_COLD_MILLIS)),
                more(what + ", more CPU", with, without, Cost::cpuMillis, none()));
    }

    private static List<Figure> warm(int jdk, int migrations, Compilations compilations, Consumer<String> progress)
            throws IOException {
        progress.accept("JDK " + jdk + ": one changed file, warm");
        Compilations.Warm warm = compilations.warm(migrations, WARM_UPS, WARM_RUNS);
        String what = "JDK " + jdk + ": one changed, warm";
        return List.of(
                figure(what + ", time", "ms", warm.kept(), warm.without(), Cost::wallMillis, 1),
                more(
                        what + ", more time",
                        warm.kept(),
                        warm.without(),
                        Cost::wallMillis,
                        OptionalDouble.of(LIMIT_WARM_MILLIS)),
                more(what + ", new class loader, more time", warm.fresh(), warm.without(), Cost::wallMillis, none()));
    }

    private static Figure figure(
            String measure,
            String unit,
            List<Cost> with,
            List<Cost> without,
            ToDoubleFunction<Cost> value,
            double divisor) {
        return new Figure(
                measure,
                unit,
                median(with, value) / divisor,
                Map.of("without", median(without, value) / divisor),
                none());
    }

    private static Figure ratio(
            String measure, List<Cost> with, List<Cost> without, ToDoubleFunction<Cost> value, OptionalDouble limit) {
        return new Figure(measure, "", median(with, value) / median(without, value), Map.of(), limit);
    }

    private static Figure more(
            String measure, List<Cost> with, List<Cost> without, ToDoubleFunction<Cost> value, OptionalDouble limit) {
        return new Figure(measure, "ms", median(with, value) - median(without, value), Map.of(), limit);
    }

    private static OptionalDouble none() {
        return OptionalDouble.empty();
    }

    static double median(List<Cost> costs, ToDoubleFunction<Cost> value) {
        double[] sorted = costs.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
