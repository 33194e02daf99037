package dev.migrate.benchmarks.compile;

import dev.migrate.benchmarks.NotMeasured;
import dev.migrate.benchmarks.compile.CompilerProcess.Processors;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compilations of the sample by one JDK, each in a process. */
final class Compilations {
    private static final List<String> AUTHORS = List.of(
            "migration-api",
            "jooq-",
            "jspecify-",
            "annotations-",
            "r2dbc-spi-",
            "reactive-streams-",
            "jakarta.xml.bind");
    private static final List<String> PROCESSORS = List.of(
            "migration-processor", "migration-core", "migration-api", "javaparser-core-", "jackson-core-", "jspecify-");
    private static final int TAIL = 25;

    private final Path jdk;
    private final Path sources;
    private final Path folder;
    private final Path output;

    Compilations(Path jdk, Path folder, String name) throws IOException {
        this.jdk = jdk;
        this.sources = folder.resolve("sources");
        this.folder = Files.createDirectories(folder.resolve(name));
        this.output = Files.createDirectories(this.folder.resolve("classes"));
    }

    /** What one compilation, or one process, used. */
    record Cost(double wallMillis, double cpuMillis) {}

    /** Compilations of one process, without the processor, with it in a kept class loader, and in a new one. */
    record Warm(List<Cost> without, List<Cost> kept, List<Cost> fresh) {}

    /** All files into an empty folder. */
    Cost all(Processors processors) throws IOException {
        try (Stream<Path> old = Files.walk(output)) {
            for (Path file : old.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        return process(compile(files(sources), processors)).get(0);
    }

    /** The last file, with the classes and the index of the others on the class path. */
    Cost one(int last, Processors processors) throws IOException {
        return process(compile(List.of(file(last)), processors)).get(0);
    }

    /** The last file again and again. */
    Warm warm(int last, int warmUps, int runs) throws IOException {
        List<Processors> turns = List.of(Processors.NONE, Processors.KEPT, Processors.PATH);
        List<Processors> order = new ArrayList<>();
        for (int turn = 0; turn < warmUps; turn++) {
            order.addAll(turns);
        }
        for (int turn = 0; turn < runs; turn++) {
            order.addAll(turns);
        }
        process(compile(List.of(file(last)), order.toArray(Processors[]::new)));
        List<List<Cost>> sorted = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<String> lines = Files.readAllLines(folder.resolve("result.txt"));
        for (int at = warmUps * turns.size(); at < lines.size(); at++) {
            sorted.get(at % turns.size()).add(cost(lines.get(at), 0));
        }
        return new Warm(sorted.get(0), sorted.get(1), sorted.get(2));
    }

    /** What the parser takes for all files, with nothing around it. */
    Cost parsing() throws IOException {
        List<String> command = java(path(PROCESSORS) + File.pathSeparator + ownClasses(), ParserProcess.class);
        command.addAll(List.of(
                folder.resolve("result.txt").toString(), listed(files(sources)).toString()));
        return process(command).get(0);
    }

    private List<String> compile(List<Path> files, Processors... runs) throws IOException {
        List<String> command = java(ownClasses(), CompilerProcess.class);
        command.addAll(List.of(
                folder.resolve("result.txt").toString(),
                listed(files).toString(),
                output + File.pathSeparator + path(AUTHORS),
                path(PROCESSORS),
                output.toString()));
        Arrays.stream(runs).map(Processors::name).forEach(command::add);
        return command;
    }

    private List<String> java(String classPath, Class<?> main) {
        return new ArrayList<>(
                List.of(jdk.resolve("bin").resolve("java").toString(), "-cp", classPath, main.getName()));
    }

    /** Runs a process that leaves a line a run; of each the figures since its start. */
    private List<Cost> process(List<String> command) throws IOException {
        Path log = folder.resolve("log.txt");
        Files.deleteIfExists(folder.resolve("result.txt"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                List<String> lines = Files.readAllLines(log);
                throw new NotMeasured(
                        "the sample does not compile without a word",
                        lines.stream().limit(TAIL).toArray(String[]::new));
            }
        } catch (InterruptedException stopped) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new NotMeasured("interrupted while a compiler ran");
        }
        return Files.readAllLines(folder.resolve("result.txt")).stream()
                .map(line -> cost(line, CompilerProcess.SINCE_START))
                .toList();
    }

    private static Cost cost(String line, int from) {
        String[] figures = line.split(" ", -1);
        return new Cost(Double.parseDouble(figures[from]) / 1000, Double.parseDouble(figures[from + 1]) / 1000);
    }

    private Path file(int number) {
        return sources.resolve(SampleMigrations.PACKAGE.replace('.', '/'))
                .resolve(SampleMigrations.className(number) + ".java");
    }

    private Path listed(List<Path> files) throws IOException {
        return Files.write(
                folder.resolve("sources.txt"),
                files.stream().map(Path::toString).toList());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static String path(List<String> prefixes) {
        return classPath()
                .filter(jar -> prefixes.stream().anyMatch(prefix -> isOf(jar, prefix)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** A jar of a repository, or a module of this build. */
    private static boolean isOf(String entry, String prefix) {
        Path path = Path.of(entry);
        return String.valueOf(path.getFileName()).startsWith(prefix)
                || entry.replace('\\', '/').contains("/" + prefix + "/target/classes");
    }

    private static String ownClasses() {
        return classPath()
                .filter(entry -> Files.exists(
                        Path.of(entry, CompilerProcess.class.getName().replace('.', '/') + ".class")))
                .findFirst()
                .orElseThrow(() -> new NotMeasured("the benchmark's own classes are in no folder of the class path"));
    }

    private static Stream<String> classPath() {
        return Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator, -1));
    }
}
