package dev.migrate.benchmarks.check;

import dev.migrate.benchmarks.NotMeasured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What one process costs, with those that it starts. The system is asked every few milliseconds, so that the last ones can
 * be missing.
 *
 * @param exitCode its exit code
 * @param wallSeconds from start to end
 * @param cpuSeconds of all its processes
 * @param peakMegabytes resident memory; not a number where the system does not tell
 */
record MeasuredProcess(int exitCode, double wallSeconds, double cpuSeconds, double peakMegabytes) {
    private static final int PAUSE_MILLIS = 5;
    private static final double KIB_IN_MB = 1024;
    private static final String PEAK = "VmHWM:";

    static MeasuredProcess of(List<String> command, Path output) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectErrorStream(true)
                .start();
        Map<Long, Duration> cpu = new HashMap<>();
        Map<Long, Long> peak = new HashMap<>();
        do {
            Stream.concat(Stream.of(process.toHandle()), process.descendants()).forEach(each -> {
                each.info().totalCpuDuration().ifPresent(used -> cpu.merge(each.pid(), used, MeasuredProcess::longer));
                peak.merge(each.pid(), peakKib(each.pid()), Math::max);
            });
        } while (!process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
        double wall = (System.nanoTime() - start) / 1e9;
        long kib = peak.values().stream().mapToLong(Long::longValue).sum();
        return new MeasuredProcess(
                process.exitValue(),
                wall,
                cpu.values().stream().mapToLong(Duration::toMillis).sum() / 1e3,
                kib == 0 ? Double.NaN : kib / KIB_IN_MB);
    }

    /** Refuses what ended otherwise than with findings or without. */
    MeasuredProcess orRefuse(Path output) throws IOException {
        if (exitCode > 1 || exitCode < 0) {
            String said = Files.readString(output);
            throw new NotMeasured(
                    "the check ended with " + exitCode + "\n" + said.substring(0, Math.min(2000, said.length())));
        }
        return this;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static long peakKib(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .max()
                    .orElse(0);
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }
}
