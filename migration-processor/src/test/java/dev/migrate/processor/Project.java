package dev.migrate.processor;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** A user's module in a folder: its sources, its output, and what it depends on. */
final class Project {
    private final Path root;
    private final TestCompiler compiler;
    private final List<Path> dependencies = new ArrayList<>();

    Project(Path root, TestCompiler compiler) {
        this.root = root;
        this.compiler = compiler;
    }

    /** Writes a source; the first line that begins with {@code package} says where. */
    Path source(String fileName, String text) {
        String folder = text.lines()
                .filter(line -> line.startsWith("package "))
                .findFirst()
                .map(line ->
                        line.substring("package ".length(), line.indexOf(';')).replace('.', '/'))
                .orElse("");
        return write(root.resolve("src").resolve(folder).resolve(fileName), text);
    }

    Project dependsOn(Path output) {
        dependencies.add(output);
        return this;
    }

    /** Compiles all sources. */
    TestCompiler.Result compile(String... options) {
        return compile(sources(), options);
    }

    /** Compiles some sources with the output on the class path, as build tools do that compile in increments. */
    TestCompiler.Result compile(List<Path> sources, String... options) {
        try {
            Files.createDirectories(output());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        List<Path> classPath = new ArrayList<>(List.of(output()));
        classPath.addAll(dependencies);
        return compiler.compile(sources, output(), classPath, options);
    }

    Path output() {
        return root.resolve("classes");
    }

    List<Path> sources() {
        return files(root.resolve("src"))
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    /** Every file of the output by its path, as text of one character a byte. */
    Map<String, String> outputs() {
        Map<String, String> outputs = new TreeMap<>();
        files(output())
                .forEach(
                        file -> outputs.put(output().relativize(file).toString().replace('\\', '/'), bytes(file)));
        return outputs;
    }

    /** The output as a jar. */
    Path jar() {
        Path jar = root.resolve("module.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            for (Map.Entry<String, String> entry : outputs().entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
                out.closeEntry();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return jar;
    }

    void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String bytes(Path file) {
        try {
            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
