package dev.migrate.benchmarks.verdicts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.migrate.core.measured.Measured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The linter squawk from npm, as a peer.
 *
 * @param command empty where node or its registry is not at hand
 * @param folder for the files that it reads
 * @param notes what to say of it in a report
 */
public record Squawk(Optional<Path> command, Path folder, List<String> notes) {
    /** Its rules about rewriting, scanning and building under a lock. */
    private static final Set<String> BLOCKING = Set.of(
            "adding-field-with-default",
            "adding-foreign-key-constraint",
            "adding-not-nullable-field",
            "adding-required-field",
            "adding-serial-primary-key-field",
            "changing-column-type",
            "constraint-missing-not-valid",
            "disallowed-unique-constraint",
            "require-concurrent-index-creation",
            "require-concurrent-reindex",
            "ban-alter-domain-with-add-constraint");

    private static final int MINUTES = 3;

    /** Installs it into a folder; left out where that fails. */
    public static Squawk installedIn(Path folder, Consumer<String> progress) throws IOException, InterruptedException {
        progress.accept("squawk-cli from npm");
        Path log = folder.resolve("npm.log");
        int code = run(log, "npm", "install", "--silent", "--no-fund", "--prefix", folder.toString(), "squawk-cli");
        Path command = folder.resolve("node_modules/.bin/squawk");
        return code == 0 && Files.exists(command)
                ? new Squawk(Optional.of(command), folder, List.of("squawk is squawk-cli, as npm installed it"))
                : new Squawk(
                        Optional.empty(), folder, List.of("squawk is left out: node or its registry is not at hand"));
    }

    boolean present() {
        return command.isPresent();
    }

    /** The names of the cases that one of its rules about blocking speaks about. */
    List<String> flagged(List<Measured> cases, int majorVersion) throws IOException, InterruptedException {
        if (command.isEmpty()) {
            return List.of();
        }
        Path home = Files.createDirectories(folder.resolve("pg" + majorVersion));
        List<String> arguments = new ArrayList<>(
                List.of(command.get().toString(), "--reporter", "Json", "--pg-version", majorVersion + ".0"));
        for (Measured each : cases) {
            Path file = home.resolve(each.name() + ".sql");
            Files.writeString(file, "BEGIN;\n" + each.before() + "\n" + each.sql() + ";\nCOMMIT;\n");
            arguments.add(file.toString());
        }
        Path out = home.resolve("squawk.json");
        run(out, arguments.toArray(String[]::new));
        List<String> names = new ArrayList<>();
        for (JsonNode finding : new ObjectMapper().readTree(Files.readString(out, StandardCharsets.UTF_8))) {
            if (BLOCKING.contains(finding.path("rule_name").asText())) {
                String file =
                        Path.of(finding.path("file").asText()).getFileName().toString();
                names.add(file.substring(0, file.length() - ".sql".length()));
            }
        }
        return names;
    }

    private static int run(Path output, String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (IOException absent) {
            return -1;
        }
    }
}
