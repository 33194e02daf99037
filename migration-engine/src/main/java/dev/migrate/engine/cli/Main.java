package dev.migrate.engine.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;

/** Where {@code java -jar} starts. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param arguments the command and its options; {@code --help} tells them
     */
    public static void main(String[] arguments) {
        Properties properties = System.getProperties();
        Surroundings surroundings = new Surroundings(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                System.getenv(),
                properties,
                Path.of("").toAbsolutePath(),
                dev.migrate.engine.output.Terminal.present());
        System.exit(new CommandLineTool(surroundings).run(arguments));
    }
}
