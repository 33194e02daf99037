package dev.migrate.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random edits of a module, each compiled alone with the classes of the others on the class path: verdict and index are
 * those of a clean build.
 */
class IncrementalEditsTest {
    private static final int EDITS = 12;
    private static final int TABLES = 3;
    private static final List<String> STATEMENTS = List.of(
            "ALTER TABLE %s ADD COLUMN c%d integer",
            "ALTER TABLE %s ADD COLUMN c%d integer NOT NULL",
            "CREATE INDEX i%2$d ON %1$s (id)",
            "CREATE TABLE %s_%d (id bigint)");

    private final Map<Integer, Path> files = new TreeMap<>();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"JAVAC", "ECJ"})
    void everyEditEndsWhereACleanBuildEnds(TestCompiler compiler) {
        Random random = new Random(20_261_125);
        Project module = new Project(folder.resolve("module"), compiler);
        List<Path> first = new ArrayList<>(List.of(module.source("package-info.java", Polls.PACKAGE_INFO)));
        for (int number = 1; number <= TABLES; number++) {
            first.add(write(module, number, "CREATE TABLE t%d (id bigint)".formatted(number)));
        }
        assertThat(module.compile(first).success()).isTrue();

        for (int edit = 0; edit < EDITS; edit++) {
            int number = 1 + random.nextInt(TABLES + edit + 1);
            Path file = edit(module, number, random);
            if (file == null) {
                continue;
            }
            TestCompiler.Result result = module.compile(List.of(file));
            Project clean = new Project(folder.resolve("clean" + edit), compiler);
            for (Path source : module.sources()) {
                clean.source(String.valueOf(source.getFileName()), text(source));
            }
            TestCompiler.Result expected = clean.compile();

            assertThat(rules(result)).as("edit " + edit + " of V" + number).isEqualTo(rules(expected));
            assertThat(result.success()).isEqualTo(expected.success());
            if (expected.success()) {
                assertThat(index(module)).as("edit " + edit).isEqualTo(index(clean));
            } else {
                // Nobody goes on from a build that failed: the statement is put right.
                assertThat(module.compile(List.of(write(
                                        module, number, "ALTER TABLE t1 ADD COLUMN z%d integer".formatted(number))))
                                .success())
                        .isTrue();
            }
        }
    }

    /** The file to compile; null where a class was deleted, which no compiler is told. */
    private @org.jspecify.annotations.Nullable Path edit(Project module, int number, Random random) {
        Path old = files.get(number);
        if (old != null && number > TABLES && random.nextInt(3) == 0) {
            module.delete(old);
            module.delete(module.output().resolve("polls/migrations/V" + number + "_M.class"));
            files.remove(number);
            return null;
        }
        String statement = number <= TABLES
                ? "CREATE TABLE t%d (id bigint, n%d text)".formatted(number, random.nextInt(9))
                : STATEMENTS
                        .get(random.nextInt(STATEMENTS.size()))
                        .formatted("t" + (1 + random.nextInt(TABLES)), number);
        return write(module, number, statement);
    }

    private Path write(Project module, int number, String statement) {
        String name = "V" + number + "_M";
        Path file = module.source(
                name + ".java", Polls.safe(name, "steps.add(sql(\"" + statement + "\").down(\"SELECT 1\"));"));
        files.put(number, file);
        return file;
    }

    private static Set<String> rules(TestCompiler.Result result) {
        return java.util.regex.Pattern.compile("\\[[A-Z]\\w+\\] [^\n]*")
                .matcher(result.output())
                .results()
                .map(found -> found.group().replaceAll(" \\(.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Each resource, and what the marker class holds, whatever its name. */
    private static Map<String, String> index(Project module) {
        Map<String, String> index = new TreeMap<>();
        module.outputs().forEach((name, bytes) -> {
            if (name.startsWith("META-INF/migrate/")) {
                index.put(name, bytes);
            } else if (name.startsWith("dev/migrate/index/")) {
                index.put("marker", bytes.replaceAll("Migrations_\\w+", "Migrations"));
            }
        });
        return index;
    }

    private static String text(Path file) {
        try {
            return java.nio.file.Files.readString(file);
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
