package dev.migrate.benchmarks.histories;

import dev.migrate.core.script.ScriptFile;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The versioned files of one folder in a jar.
 *
 * @param name the jar's
 */
record History(String name, List<ScriptFile> files) {
    /** Copies the list. */
    History {
        files = List.copyOf(files);
    }

    /** The files directly in a folder whose names begin as Flyway's versioned ones do. */
    static History open(File jar, String folder) throws IOException {
        List<ScriptFile> files = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar)) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String path = entry.getName();
                if (path.startsWith(folder + "/V")
                        && path.endsWith(".sql")
                        && path.indexOf('/', folder.length() + 1) < 0) {
                    try (InputStream content = zip.getInputStream(entry)) {
                        String file = path.substring(folder.length() + 1);
                        files.add(
                                new ScriptFile(file, file, new String(content.readAllBytes(), StandardCharsets.UTF_8)));
                    }
                }
            }
        }
        return new History(jar.getName(), files);
    }
}
