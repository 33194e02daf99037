package dev.migrate.processor;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.ToolProvider;

/** The compilers that the processor must be right on, started as a build tool starts them. */
enum TestCompiler {
    /** The JDK that runs the tests. */
    JAVAC {
        @Override
        Result run(List<String> arguments) {
            StringWriter output = new StringWriter();
            CompilationTask task = ToolProvider.getSystemJavaCompiler()
                    .getTask(new PrintWriter(output, true), null, null, options(arguments), null, files(arguments));
            // Handed over, they need not be loaded anew by every compilation.
            task.setProcessors(List.of(new EveryClassProcessor(), new AnnotationsProcessor()));
            return new Result(task.call(), output.toString());
        }
    },
    /** The javac of JDK 25, in a process of its own; skipped where it is not found. */
    JAVAC_25 {
        @Override
        Result run(List<String> arguments) {
            Path home = jdk25().orElseGet(() -> abort("no JDK 25: set JDK25_HOME"));
            List<String> command =
                    new ArrayList<>(List.of(home.resolve("bin/javac").toString()));
            // A short life: the optimising compiler and a parallel collector cost more than they give.
            command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
            command.addAll(arguments);
            return fork(command);
        }
    },
    /** The Eclipse compiler, in batch. */
    ECJ {
        @Override
        Result run(List<String> arguments) {
            StringWriter output = new StringWriter();
            PrintWriter writer = new PrintWriter(output, true);
            List<String> all = new ArrayList<>(List.of("-17", "-g"));
            arguments.stream()
                    .filter(argument -> !argument.startsWith("-Xlint"))
                    .map(argument -> argument.equals("-Werror") ? "-failOnWarning" : argument)
                    .forEach(all::add);
            boolean success = org.eclipse.jdt.core.compiler.batch.BatchCompiler.compile(
                    all.toArray(String[]::new), writer, writer, null);
            return new Result(success, output.toString());
        }
    };

    private static final List<String> AUTHORS_JARS =
            List.of("migration-api", "jooq", "jspecify", "annotations", "r2dbc", "reactive-streams", "jakarta");

    /**
     * Compiles with the processor on the processor path.
     *
     * @param output the folder of compiled classes
     * @param classPath beside the API and jOOQ
     */
    Result compile(List<Path> sources, Path output, List<Path> classPath, String... options) {
        List<String> arguments = new ArrayList<>(List.of("-encoding", "UTF-8", "-d", output.toString()));
        arguments.add("-classpath");
        arguments.add(path(Stream.concat(classPath.stream(), authorsClassPath())));
        arguments.add("-processorpath");
        arguments.add(path(testClassPath()));
        arguments.addAll(List.of(options));
        sources.forEach(source -> arguments.add(source.toString()));
        return run(arguments);
    }

    /** What a compiler answered. */
    record Result(boolean success, String output) {}

    abstract Result run(List<String> arguments);

    private static Stream<Path> testClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of);
    }

    static Stream<Path> authorsClassPath() {
        return testClassPath().filter(entry -> AUTHORS_JARS.stream().anyMatch(entry.toString()::contains));
    }

    private static String path(Stream<Path> entries) {
        return entries.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static List<String> options(List<String> arguments) {
        return arguments.stream()
                .filter(argument -> !argument.endsWith(".java"))
                .toList();
    }

    private static Iterable<? extends javax.tools.JavaFileObject> files(List<String> arguments) {
        return ToolProvider.getSystemJavaCompiler()
                .getStandardFileManager(null, null, StandardCharsets.UTF_8)
                .getJavaFileObjectsFromStrings(arguments.stream()
                        .filter(argument -> argument.endsWith(".java"))
                        .toList());
    }

    private static Result fork(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("the compiler hangs: " + output);
            }
            return new Result(process.exitValue() == 0, output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** From the environment, or a JDK 25 beside the one that runs the tests. */
    private static Optional<Path> jdk25() {
        Optional<Path> named = Optional.ofNullable(System.getenv("JDK25_HOME")).map(Path::of);
        if (named.isPresent()) {
            return named;
        }
        try (Stream<Path> siblings =
                Files.list(Path.of(System.getProperty("java.home")).toRealPath().getParent())) {
            return siblings.filter(TestCompiler::isJdk25).findFirst();
        } catch (IOException noSiblings) {
            return Optional.empty();
        }
    }

    private static boolean isJdk25(Path home) {
        try {
            return Files.isExecutable(home.resolve("bin/javac"))
                    && Files.readString(home.resolve("release")).contains("JAVA_VERSION=\"25");
        } catch (IOException noJdk) {
            return false;
        }
    }
}
