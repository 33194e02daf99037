package dev.migrate.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.Setting;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineToolTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int run(Map<String, String> environment, String... arguments) {
        return new CommandLineTool(new Surroundings(
                        new PrintWriter(out, true), new PrintWriter(err, true), environment, Map.of(), folder, false))
                .run(arguments);
    }

    @Test
    void helpNamesEveryCommandAndTheExitCodes() {
        assertThat(run(Map.of(), "--help")).isZero();
        for (Command command : Command.values()) {
            assertThat(out.toString()).contains(command.word());
        }
        assertThat(out.toString()).contains("Exit codes:", "0", "1", "2", "MIGRATE_URL");
    }

    @Test
    void helpOfACommandNamesEverySettingThatIsNotMavensOwn() {
        assertThat(run(Map.of(), "apply", "--help")).isZero();
        for (Setting setting : Setting.values()) {
            if (Grammar.hasOption(setting)) {
                assertThat(out.toString()).contains(Grammar.option(setting));
            }
        }
        assertThat(out.toString()).contains("--class-path", "--password-file").doesNotContain("--server-id");
    }

    @Test
    void versionIsShown() {
        assertThat(run(Map.of(), "--version")).isZero();
        assertThat(out.toString()).startsWith("migrate ");
    }

    @Test
    void noCommandIsAMalformedLine() {
        assertThat(run(Map.of())).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: migrate");
    }

    @Test
    void anUnknownOptionIsAMalformedLine() {
        assertThat(run(Map.of(), "status", "--ulr", "x")).isEqualTo(2);
        assertThat(err.toString()).contains("--ulr").contains("--url");
    }

    @Test
    void classesThatAreNotThereAreTheUsersMistake() {
        assertThat(run(Map.of(), "check")).isEqualTo(1);
        assertThat(err.toString())
                .contains("error: no compiled classes in target/classes")
                .doesNotContain("\tat ");
    }

    @Test
    void aFailureIsJsonWhereJsonIsAskedFor() {
        assertThat(run(Map.of("MIGRATE_FORMAT", "json"), "check")).isEqualTo(1);
        assertThat(out.toString()).contains("\"error\"", "no compiled classes");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void anOptionWinsOverTheEnvironment() {
        assertThat(run(Map.of("MIGRATE_FORMAT", "json"), "check", "--format", "text"))
                .isEqualTo(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aSettingCanBeDefinedAsForMaven() {
        assertThat(run(Map.of(), "check", "-Dmigrate.format=json")).isEqualTo(1);
        assertThat(out.toString()).contains("\"error\"");
    }

    @Test
    void aPasswordFileThatIsNotThereIsNamed() {
        assertThat(run(Map.of(), "status", "--password-file", "secret.txt")).isEqualTo(1);
        assertThat(err.toString()).contains("cannot read the password from").contains("secret.txt");
    }

    @Test
    void thePasswordComesFromTheFirstLineOfItsFile() throws Exception {
        Files.writeString(folder.resolve("secret"), "hunter2\nnot this\n");
        Invocation invocation = new Invocation(
                Grammar.commandLine()
                        .parseArgs("status", "--password-file", "secret")
                        .subcommand(),
                new Surroundings(new PrintWriter(out), new PrintWriter(err), Map.of(), Map.of(), folder, false));
        assertThat(invocation.settings().text(Setting.PASSWORD)).contains("hunter2");
        assertThat(invocation.settings().toString()).doesNotContain("hunter2");
    }

    @Test
    void aStarStandsForTheJarsOfAFolder() throws Exception {
        Files.createDirectories(folder.resolve("lib"));
        Files.writeString(folder.resolve("lib/b.jar"), "");
        Files.writeString(folder.resolve("lib/a.jar"), "");
        Files.writeString(folder.resolve("lib/readme.txt"), "");
        Invocation invocation = new Invocation(
                Grammar.commandLine()
                        .parseArgs("apply", "--classes", "app.jar", "--class-path", "lib/*")
                        .subcommand(),
                new Surroundings(new PrintWriter(out), new PrintWriter(err), Map.of(), Map.of(), folder, false));
        assertThat(invocation.project().classPath())
                .containsExactly(folder.resolve("lib/a.jar"), folder.resolve("lib/b.jar"));
        assertThat(invocation.project().classes()).isEqualTo(folder.resolve("app.jar"));
    }

    @Test
    void aFlagNeedsNoValue() {
        Invocation invocation = new Invocation(
                Grammar.commandLine().parseArgs("apply", "--maintenance-window").subcommand(),
                new Surroundings(new PrintWriter(out), new PrintWriter(err), Map.of(), Map.of(), folder, false));
        assertThat(invocation.settings().flag(Setting.MAINTENANCE_WINDOW)).isTrue();
    }
}
