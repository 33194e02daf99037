package dev.migrate.benchmarks.statements;

import dev.migrate.benchmarks.NotMeasured;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Java source that a measurement generates, compiled as a project's build would. */
final class Sources {
    private Sources() {}

    static void write(Path file, String text) throws IOException {
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(file, text);
    }

    /**
     * Compiles a source folder.
     *
     * @param options such as {@code -processorpath}
     * @throws NotMeasured if it does not compile
     */
    static void compile(Path sources, Path classes, String... options) throws IOException {
        Files.createDirectories(classes);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> arguments =
                new ArrayList<>(List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path", "")));
        arguments.addAll(List.of(options));
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);
                Stream<Path> tree = Files.walk(sources)) {
            List<Path> units =
                    tree.filter(path -> path.toString().endsWith(".java")).toList();
            boolean compiled = javac.getTask(
                            messages, files, null, arguments, null, files.getJavaFileObjectsFromPaths(units))
                    .call();
            if (!compiled) {
                throw new NotMeasured(
                        "the generated migrations in " + sources + " do not compile",
                        messages.toString().lines().limit(20).toArray(String[]::new));
            }
        }
    }
}
