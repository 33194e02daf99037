package dev.migrate.engine.cli;

import dev.migrate.engine.Setting;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The words of the command line, made from {@link Command} and {@link Setting}: a new one needs no line here. */
final class Grammar {
    static final String CLASSES = "--classes";
    static final String CLASS_PATH = "--class-path";
    static final String SOURCES = "--sources";
    static final String BUILD_DIRECTORY = "--build-directory";
    static final String PASSWORD_FILE = "--password-file";
    static final String QUIET = "--quiet";
    static final String BATCH = "--batch-mode";
    static final String NO_COLOR = "--no-color";
    static final String CAUSES = "--stacktrace";
    static final String DEFINE = "-D";

    /** What only Maven has. */
    private static final Set<Setting> MAVEN_ONLY = Set.of(Setting.SERVER_ID, Setting.SKIP);

    private Grammar() {}

    /**
     * The command line.
     *
     * @param arguments what is to be parsed: only the command that comes first gets its options, which are many; none gives
     *     them to all
     */
    static CommandLine commandLine(String... arguments) {
        boolean all = arguments.length == 0;
        CommandSpec root = CommandSpec.create().name("migrate").mixinStandardHelpOptions(true);
        root.usageMessage()
                .description(
                        "PostgreSQL migrations as annotated Java classes: judged, proven, applied without downtime.")
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(exitCodes())
                .footer(
                        "",
                        "Each option is also a system property (-Dmigrate.url=…) and an environment variable",
                        "(MIGRATE_URL); options and -D win over the environment.");
        root.versionProvider(() -> new String[] {"migrate " + version()});
        for (Command command : Command.values()) {
            root.addSubcommand(
                    command.word(), subcommand(command, all || command.word().equals(arguments[0])));
        }
        return new CommandLine(root).setExpandAtFiles(false);
    }

    /** {@code --lock-timeout} for {@code lockTimeout}. */
    static String option(Setting setting) {
        return "--" + setting.key().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    static boolean hasOption(Setting setting) {
        return !MAVEN_ONLY.contains(setting);
    }

    private static CommandSpec subcommand(Command command, boolean withOptions) {
        CommandSpec spec = CommandSpec.create().mixinStandardHelpOptions(true);
        spec.usageMessage()
                .description(command.description() + ".")
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(exitCodes());
        spec.versionProvider(() -> new String[] {"migrate " + version()});
        if (!withOptions) {
            return spec;
        }
        addProjectOptions(spec);
        for (Setting setting : Setting.values()) {
            if (hasOption(setting)) {
                spec.addOption(settingOption(setting));
            }
        }
        return spec;
    }

    private static void addProjectOptions(CommandSpec spec) {
        spec.addOption(text(CLASSES, "PATH", "folder or jar of the compiled migrations; target/classes by default"));
        spec.addOption(
                text(
                        CLASS_PATH,
                        "PATHS",
                        "what the migrations need: their jOOQ and migration-api, as java's --class-path (folder/* for all jars)"));
        spec.addOption(text(SOURCES, "PATHS", "folders of Java source, for exact places in findings"));
        spec.addOption(text(BUILD_DIRECTORY, "PATH", "folder for the tool's own data; target by default"));
        spec.addOption(OptionSpec.builder(PASSWORD_FILE)
                .type(Path.class)
                .paramLabel("FILE")
                .description("file whose first line is the password")
                .build());
        spec.addOption(flag("only warnings, failures and the result", QUIET, "-q"));
        spec.addOption(flag("no colours and no progress bar, even at a terminal", BATCH, "-B"));
        spec.addOption(flag("no colours; NO_COLOR in the environment says the same", NO_COLOR));
        spec.addOption(flag("with a failure, also show the exception behind it", CAUSES));
        spec.addOption(OptionSpec.builder(DEFINE)
                .type(Map.class)
                .auxiliaryTypes(String.class, String.class)
                .paramLabel("migrate.KEY=VALUE")
                .description("any setting, as for Maven")
                .build());
    }

    private static OptionSpec settingOption(Setting setting) {
        OptionSpec.Builder option = OptionSpec.builder(option(setting))
                .type(String.class)
                .paramLabel("VALUE")
                .description(setting.description()
                        + setting.fallback().map(text -> " (" + text + ")").orElse(""));
        if (setting.fallback().filter("false"::equals).isPresent()) {
            option.arity("0..1").fallbackValue("true");
        }
        if (setting.secret()) {
            option.arity("0..1")
                    .interactive(true)
                    .echo(false)
                    .prompt("password: ")
                    .description("asks for the password; better " + PASSWORD_FILE + " or " + setting.variable());
        }
        return option.build();
    }

    private static OptionSpec text(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    private static OptionSpec flag(String description, String... names) {
        return OptionSpec.builder(names[0], names)
                .type(boolean.class)
                .description(description)
                .build();
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new java.util.LinkedHashMap<>();
        codes.put(" " + CommandLineTool.OK, "done");
        codes.put(
                " " + CommandLineTool.FAILED,
                "something to put right: findings, a refused migration, a database that is not as it should be");
        codes.put(" " + CommandLineTool.FAULT, "a malformed command line, or a fault of the tool or its surroundings");
        return codes;
    }

    private static String version() {
        return Optional.ofNullable(Grammar.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
    }
}
