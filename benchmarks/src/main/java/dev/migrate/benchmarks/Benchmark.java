package dev.migrate.benchmarks;

import java.nio.file.Path;
import java.util.function.Consumer;

/** One measurement that has a name. */
public interface Benchmark {
    /** The name to call it by. */
    String name();

    /** What it measures, in one line. */
    String measures();

    /**
     * Measures.
     *
     * @param quick whether a tenth of the work is enough
     * @param folder an empty folder for whatever it writes
     * @param progress takes a line for people when something begins
     * @throws Exception if it cannot be measured; a missed limit is part of the report
     */
    Report run(boolean quick, Path folder, Consumer<String> progress) throws Exception;
}
