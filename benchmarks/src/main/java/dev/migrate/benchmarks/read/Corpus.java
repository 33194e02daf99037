package dev.migrate.benchmarks.read;

import dev.migrate.benchmarks.Jars;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
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

    /** Opens the jars that this module's POM names. */
    static List<Corpus> resolve(Path folder) throws IOException, InterruptedException {
        List<Corpus> corpora = new ArrayList<>();
        for (File jar : Jars.resolve("corpora", folder)) {
            corpora.add(open(jar));
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
}
