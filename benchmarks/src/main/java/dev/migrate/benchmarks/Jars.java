package dev.migrate.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Other projects' jars, which this module's POM names and no build needs. */
public final class Jars {
    private Jars() {}

    /**
     * Lets Maven copy the jars of an execution of its dependency plugin.
     *
     * @param execution its id in this module's POM
     * @param folder of the measurement
     * @return the jars in the order of their names
     * @throws NotMeasured if Maven cannot
     */
    public static List<File> resolve(String execution, Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("maven.log");
        Path jars = folder.resolve("jars");
        Process maven = new ProcessBuilder(
                        windows() ? "mvn.cmd" : "mvn",
                        "-q",
                        "-B",
                        "-Pbenchmarks",
                        "-f",
                        folder.resolve("../../pom.xml").normalize().toString(),
                        "dependency:copy@" + execution,
                        "-Dcorpora=" + jars)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (maven.waitFor() != 0) {
            throw new NotMeasured("Maven cannot resolve the jars with scripts", "see: " + log);
        }
        try (Stream<Path> files = Files.list(jars)) {
            return files.sorted().map(Path::toFile).toList();
        }
    }

    private static boolean windows() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
    }
}
