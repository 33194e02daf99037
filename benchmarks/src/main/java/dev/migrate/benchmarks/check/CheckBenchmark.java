package dev.migrate.benchmarks.check;

import dev.migrate.benchmarks.Benchmark;
import dev.migrate.benchmarks.Figure;
import dev.migrate.benchmarks.Report;
import dev.migrate.benchmarks.verdicts.Squawk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** {@code check} of a large folder of SQL, as a process of its own, beside squawk where node is at hand. */
public final class CheckBenchmark implements Benchmark {
    private static final int STATEMENTS = 50_000;
    private static final String MAIN = "dev.migrate.engine.cli.Main";

    @Override
    public String name() {
        return "check";
    }

    @Override
    public String measures() {
        return "check of a folder with 50,000 statements of SQL: time, CPU and memory, beside squawk";
    }

    @Override
    public Report run(boolean quick, Path folder, Consumer<String> progress) throws Exception {
        int statements = quick ? STATEMENTS / 10 : STATEMENTS;
        Path scripts = Files.createDirectories(folder.resolve("scripts"));
        SampleScripts.write(scripts, statements);
        List<Path> files = sorted(scripts);

        progress.accept("check of " + files.size() + " files");
        Path said = folder.resolve("ours.txt");
        Path report = folder.resolve("report.txt");
        MeasuredProcess ours = MeasuredProcess.of(check(scripts, report), said).orRefuse(said);

        Squawk squawk = Squawk.installedIn(folder, progress);
        Optional<MeasuredProcess> peer = Optional.empty();
        if (squawk.command().isPresent()) {
            progress.accept("squawk on the same files");
            List<String> command =
                    new ArrayList<>(List.of(squawk.command().get().toString()));
            files.forEach(file -> command.add(file.toString()));
            peer = Optional.of(MeasuredProcess.of(command, folder.resolve("squawk.txt")));
        }
        return new Report(
                "check of " + statements + " statements in " + files.size() + " files",
                figures(ours, peer),
                List.of(),
                notes(squawk, report));
    }

    private static List<Path> sorted(Path scripts) throws IOException {
        try (Stream<Path> files = Files.list(scripts)) {
            return files.sorted().toList();
        }
    }

    private static List<String> check(Path scripts, Path report) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                MAIN,
                "check",
                "--locations",
                scripts.toString(),
                "--output",
                report.toString());
    }

    private static List<Figure> figures(MeasuredProcess ours, Optional<MeasuredProcess> peer) {
        return List.of(
                figure("wall", "s", ours, peer, MeasuredProcess::wallSeconds),
                figure("CPU", "s", ours, peer, MeasuredProcess::cpuSeconds),
                figure("peak memory", "MB", ours, peer, MeasuredProcess::peakMegabytes));
    }

    private static Figure figure(
            String measure,
            String unit,
            MeasuredProcess ours,
            Optional<MeasuredProcess> peer,
            ToDoubleFunction<MeasuredProcess> value) {
        Map<String, Double> peers = new LinkedHashMap<>();
        peer.ifPresent(measured -> peers.put("squawk", value.applyAsDouble(measured)));
        return new Figure(measure, unit, value.applyAsDouble(ours), peers, OptionalDouble.empty());
    }

    private static List<String> notes(Squawk squawk, Path report) throws IOException {
        List<String> notes = new ArrayList<>(squawk.notes());
        notes.add("a process of Java each, start included; the same seed gives the same files");
        notes.add("squawk reads each statement by itself; ours folds the schema through all files");
        try (Stream<String> lines = Files.lines(report)) {
            lines.reduce((one, other) -> other).ifPresent(last -> notes.add("ours: " + last));
        }
        return notes;
    }
}
