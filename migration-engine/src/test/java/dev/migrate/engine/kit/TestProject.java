package dev.migrate.engine.kit;

import dev.migrate.core.index.IndexEntry;
import dev.migrate.core.index.SourceHash;
import dev.migrate.core.source.JavaMigrationReader;
import dev.migrate.core.source.PackageInfo;
import dev.migrate.core.source.SourceReading;
import dev.migrate.core.source.SourceResolver;
import dev.migrate.engine.ProjectFiles;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A project of migrations, compiled from text, with index entries as the processor leaves them. */
public final class TestProject {
    private static final Pattern CLASS = Pattern.compile("class (V\\w+)");
    private static final String HEAD = """
            package shop;

            import static dev.migrate.api.Recipes.backfill;
            import static dev.migrate.api.Recipes.expr;
            import static dev.migrate.api.Recipes.dropIndexConcurrently;
            import static dev.migrate.api.Recipes.indexConcurrently;
            import static dev.migrate.api.Recipes.retireColumn;
            import static dev.migrate.api.Recipes.sql;
            import static org.jooq.impl.DSL.*;
            import static org.jooq.impl.SQLDataType.*;
            import dev.migrate.api.*;

            """;

    private final Path folder;

    private TestProject(Path folder) {
        this.folder = folder;
    }

    /** An empty project of the app {@code shop} for PostgreSQL 13 and newer. */
    public static TestProject in(Path folder) {
        return in(folder, "shop", 13);
    }

    /** An empty project of an app, for a major version and newer. */
    public static TestProject in(Path folder, String app, int postgres) {
        TestProject project = new TestProject(folder);
        project.write(
                "package-info",
                "@dev.migrate.api.Migrations(app = \"" + app + "\", postgres = " + postgres + ")\npackage shop;\n");
        return project;
    }

    /** Adds a class, given from its annotations on. */
    public TestProject add(String source) {
        Matcher matcher = CLASS.matcher(source);
        if (!matcher.find()) {
            throw new IllegalArgumentException(source);
        }
        write(matcher.group(1), HEAD + source);
        return this;
    }

    /** Adds a {@code @Safe} migration whose {@code up} adds the SQL statements. */
    public TestProject safe(String name, String... statements) {
        StringBuilder up = new StringBuilder();
        for (String statement : statements) {
            up.append("steps.add(sql(\"\"\"\n").append(statement).append("\"\"\"));\n");
        }
        return add("@Safe public final class " + name + " implements SchemaMigration { public void up(Steps steps) {\n"
                + up + "} }");
    }

    /** Removes a class. */
    public TestProject remove(String name) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(one -> one.getFileName().toString().contains(name))
                    .toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return this;
    }

    /** Compiles it. */
    public ProjectFiles compile() {
        try {
            Files.createDirectories(classes());
            List<String> arguments = new ArrayList<>(List.of(
                    "-proc:none", "-nowarn", "-Xlint:none", "-d", classes().toString(), "-classpath", classPath()));
            try (Stream<Path> sources = Files.list(folder.resolve("src/shop"))) {
                sources.map(Path::toString).forEach(arguments::add);
            }
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            if (compiler.run(null, null, null, arguments.toArray(new String[0])) != 0) {
                throw new IllegalStateException("the test's migrations do not compile");
            }
            index();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return files();
    }

    /** Where it is. */
    public ProjectFiles files() {
        return new ProjectFiles(
                classes(),
                Arrays.stream(classPath().split(File.pathSeparator))
                        .map(Path::of)
                        .toList(),
                List.of(folder.resolve("src")),
                folder.resolve("target"),
                folder);
    }

    /** The folder of the index entries. */
    public Path index() throws IOException {
        Path index = Files.createDirectories(classes().resolve("META-INF/migrate"));
        try (Stream<Path> compiled = Files.walk(classes())) {
            for (Path file : compiled.toList()) {
                String name = file.getFileName().toString();
                if (name.matches("V\\w+\\.class")) {
                    String simpleName = name.replace(".class", "");
                    Files.writeString(index.resolve("shop." + simpleName + ".migration"), entry(simpleName));
                }
            }
        }
        return index;
    }

    private String entry(String simpleName) throws IOException {
        String source = Files.readString(folder.resolve("src/shop").resolve(simpleName + ".java"));
        SourceReading.ReadMigration read = new JavaMigrationReader(new NothingElse())
                .read(simpleName + ".java", source)
                .migrations()
                .get(0);
        return new IndexEntry(read.migration(), SourceHash.of(source), read.rowFunctionTokens()).text();
    }

    private Path classes() {
        return folder.resolve("target/classes");
    }

    private static String classPath() {
        return Stream.of("jooq", "migration-api", "jspecify", "annotations", "r2dbc-spi", "reactive-streams")
                .flatMap(part -> Arrays.stream(
                                System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(element -> element.contains(part)))
                .distinct()
                .reduce((one, other) -> one + File.pathSeparator + other)
                .orElseThrow();
    }

    private void write(String name, String source) {
        try {
            Files.writeString(
                    Files.createDirectories(folder.resolve("src/shop")).resolve(name + ".java"), source);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What other files decide: nothing, the project's classes stand alone. */
    private static final class NothingElse implements SourceResolver {
        @Override
        public Optional<String> binaryName(String type) {
            return Optional.empty();
        }

        @Override
        public Optional<Object> constant(String type, String field) {
            return Optional.empty();
        }

        @Override
        public boolean isSubtype(String type, String superType) {
            return type.equals(superType);
        }

        @Override
        public boolean hasMethod(String type, String method) {
            return false;
        }

        @Override
        public Optional<PackageInfo> packageInfo(String packageName) {
            return Optional.empty();
        }
    }
}
