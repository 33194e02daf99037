package dev.migrate.benchmarks.statements;

import com.sun.management.OperatingSystemMXBean;
import dev.migrate.benchmarks.NotMeasured;
import dev.migrate.engine.MigrateException;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Java process in which one contestant does one thing, with only its own tool on the class path. */
final class Fork {
    private static final int TAIL = 25;

    private Fork() {}

    /** What the process used, from its start to the end of the work. */
    record Used(double cpuSeconds, double wallSeconds) {}

    enum Action {
        ADOPT,
        APPLY
    }

    /**
     * Runs one and waits for its end.
     *
     * @throws NotMeasured if it fails, with the end of its output
     */
    static Used run(Contestant contestant, Action action, String url, Path folder) throws IOException {
        Path output = folder.resolve(action.name().toLowerCase(Locale.ROOT) + ".log");
        Path result = folder.resolve("used.txt");
        Files.deleteIfExists(result);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home", ""), "bin", "java")
                                .toString(),
                        "-cp",
                        classPath(contestant, folder),
                        Fork.class.getName(),
                        contestant.getClass().getName(),
                        action.name(),
                        url,
                        folder.toString(),
                        result.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (exitCode(process) != 0 || !Files.exists(result)) {
            List<String> lines = Files.readAllLines(output);
            throw new NotMeasured(
                    contestant.name() + " failed at " + action.name().toLowerCase(Locale.ROOT),
                    lines.stream().skip(Math.max(0, lines.size() - TAIL)).toArray(String[]::new));
        }
        List<String> used = Files.readAllLines(result);
        return new Used(Double.parseDouble(used.get(0)), Double.parseDouble(used.get(1)));
    }

    /** The process's side: the contestant's class, action, URL, folder, and the file for what it used. */
    public static void main(String[] arguments) throws Exception {
        Contestant contestant = Class.forName(arguments[0])
                .asSubclass(Contestant.class)
                .getDeclaredConstructor()
                .newInstance();
        Path folder = Path.of(arguments[3]);
        try {
            if (Action.valueOf(arguments[1]) == Action.ADOPT) {
                contestant.adopt(arguments[2], folder);
            } else {
                contestant.apply(arguments[2], folder);
            }
        } catch (MigrateException refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Duration cpu = Duration.ofNanos(system.getProcessCpuTime());
        Duration wall = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        Files.writeString(Path.of(arguments[4]), seconds(cpu) + "\n" + seconds(wall) + "\n");
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /** The generated classes, and the jars without the other tools': scanning them would be charged to the wrong one. */
    private static String classPath(Contestant contestant, Path folder) {
        List<String> others = Stream.of("flyway", "liquibase")
                .filter(tool -> !contestant.name().toLowerCase(Locale.ROOT).startsWith(tool))
                .toList();
        return Stream.concat(
                        Stream.of(folder.resolve("classes").toString()),
                        Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
                                .filter(jar -> others.stream()
                                        .noneMatch(other -> Path.of(jar).getFileName() != null
                                                && String.valueOf(Path.of(jar).getFileName())
                                                        .startsWith(other))))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int exitCode(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException stopped) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new NotMeasured("interrupted while a contestant ran");
        }
    }
}
