package dev.migrate.benchmarks.read;

import dev.migrate.benchmarks.NotMeasured;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The PostgreSQL scripts in one jar.
 *
 * @param name the jar's
 * @param scripts those that create first, then those that upgrade, then those that drop
 */
record Corpus(String name, List<Script> scripts) {
    private static final Pattern SCRIPT = Pattern.compile("(?i).*postgres.*\\.(sql|ddl)");
    private static final Pattern CREATES = Pattern.compile("(?i).*(create|schema-|tables_).*");
    private static final Pattern DROPS = Pattern.compile("(?i).*drop.*");

    /** One script. */
    record Script(String path, String text) {
        int rank() {
            String name = path.substring(path.lastIndexOf('/') + 1);
            return DROPS.matcher(name).matches() ? 2 : CREATES.matcher(name).matches() ? 0 : 1;
        }
    }

    /** Copies the list. */
    Corpus {
        scripts = List.copyOf(scripts);
    }

    /**
     * Lets Maven resolve the jars that this module's POM names, and opens them.
     *
     * @throws NotMeasured if Maven cannot
     */
    static List<Corpus> resolve(Path pom, Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("maven.log");
        Process maven = new ProcessBuilder(
                        windows() ? "mvn.cmd" : "mvn",
                        "-q",
                        "-B",
                        "-Pbenchmarks",
                        "-f",
                        pom.toString(),
                        "dependency:copy@corpora",
                        "-Dcorpora=" + folder.resolve("jars"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (maven.waitFor() != 0) {
            throw new NotMeasured("Maven cannot resolve the jars with scripts", "see: " + log);
        }
        List<Corpus> corpora = new ArrayList<>();
        try (Stream<Path> jars = Files.list(folder.resolve("jars"))) {
            for (Path jar : jars.sorted().toList()) {
                corpora.add(open(jar.toFile()));
            }
        }
        return corpora;
    }

    static Corpus open(File jar) throws IOException {
        List<Script> scripts = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar)) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (SCRIPT.matcher(entry.getName()).matches()) {
                    try (InputStream content = zip.getInputStream(entry)) {
                        scripts.add(new Script(
                                entry.getName(), new String(content.readAllBytes(), StandardCharsets.UTF_8)));
                    }
                }
            }
        }
        scripts.sort(Comparator.comparing(Script::rank).thenComparing(Script::path));
        return new Corpus(jar.getName(), scripts);
    }

    private static boolean windows() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
    }
}
