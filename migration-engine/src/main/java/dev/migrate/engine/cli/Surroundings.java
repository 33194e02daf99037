package dev.migrate.engine.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the command line knows of the world.
 *
 * @param out takes results
 * @param err takes what happens meanwhile, and failures
 * @param environment variables
 * @param properties system properties: {@code java -Dmigrate.url=… -jar}
 * @param workingDirectory what relative paths are relative to
 * @param terminal whether a person watches: colours, progress, questions
 */
record Surroundings(
        PrintWriter out,
        PrintWriter err,
        Map<String, String> environment,
        Map<?, ?> properties,
        Path workingDirectory,
        boolean terminal) {}
