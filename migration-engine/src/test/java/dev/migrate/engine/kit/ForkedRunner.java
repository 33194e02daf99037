package dev.migrate.engine.kit;

import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.Setting;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A runner in a process of its own, to be killed or stopped. It gets ready, classes loaded and everything read once, and
 * then waits for {@link #go}, so that an instant counted from there lies within the run and not within the start of a
 * virtual machine.
 */
public final class ForkedRunner implements AutoCloseable {
    private static final String END = "-- end of output --";
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();

    private ForkedRunner(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "runner output");
        reader.setDaemon(true);
        reader.start();
    }

    /** What to run: with settings. */
    public record Order(String command, String url, ProjectFiles project, Map<Setting, String> settings) {
        /** Copies the settings. */
        public Order {
            settings = Map.copyOf(settings);
        }
    }

    /**
     * Starts it.
     *
     * @param crashPoint as {@code dev.migrate.engine.apply.CrashPoint} takes it
     */
    public static ForkedRunner start(Order order, String crashPoint) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xss512k",
                "-Xmx256m",
                "-XX:-UsePerfData",
                "-Dmigrate.crashPoint=" + crashPoint,
                "-cp",
                System.getProperty("java.class.path"),
                RunnerMain.class.getName(),
                order.command(),
                order.url(),
                order.project().classes().toString(),
                order.project().classPath().stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator))));
        order.settings().forEach((name, value) -> command.add(name.name() + "=" + value));
        try {
            return new ForkedRunner(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
            }
        } catch (IOException killed) {
            // a killed process ends its output anywhere
        }
        lines.add(END);
    }

    /** Waits until it can go at once. */
    public ForkedRunner ready() {
        awaitLine("ready");
        return this;
    }

    /** Lets it run, or go on from a crash point at which it waits. */
    public void go() {
        try {
            process.outputWriter(StandardCharsets.UTF_8).append('\n').flush();
        } catch (IOException ended) {
            throw new UncheckedIOException(String.join("\n", seen), ended);
        }
    }

    /** The next line of its output; null after the last. */
    public @Nullable String nextLine() {
        try {
            String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (line == null) {
                throw new IllegalStateException("the runner says nothing any more:\n" + String.join("\n", seen));
            }
            if (line.equals(END)) {
                return null;
            }
            seen.add(line);
            return line;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Waits for a line that begins so. */
    public String awaitLine(String start) {
        for (String line = nextLine(); line != null; line = nextLine()) {
            if (line.startsWith(start)) {
                return line;
            }
        }
        throw new IllegalStateException("the runner never said " + start + ":\n" + String.join("\n", seen));
    }

    /** Waits for its end and gives all it said. */
    public String output() {
        String last = nextLine();
        while (last != null) {
            last = nextLine();
        }
        return String.join("\n", seen);
    }

    /** Whether it ends by itself within a time. */
    public boolean endsWithin(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Its exit code. */
    public int exitCode() {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** As {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** Sends it {@code STOP} or {@code CONT}. */
    public void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
