package dev.migrate.engine.output;

import java.io.Console;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** Whether a person watches. */
public final class Terminal {
    private static final int NARROWEST = 40;

    private Terminal() {}

    /** Whether standard input and output are a terminal. */
    @SuppressWarnings("SystemConsoleNull") // Null before JDK 22; since then isTerminal tells.
    public static boolean present() {
        Console console = System.console();
        return console != null && isTerminal(console);
    }

    /** Whether the user wants no colours anywhere: the convention of no-color.org, and a terminal that has none. */
    public static boolean refusesColour(Map<String, String> environment) {
        return !environment.getOrDefault("NO_COLOR", "").isEmpty() || "dumb".equals(environment.get("TERM"));
    }

    /**
     * The columns of the terminal.
     *
     * @param terminal whether there is one
     */
    public static int width(boolean terminal, Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "");
        if (columns.matches("[1-9]\\d{1,3}")) {
            return Math.max(NARROWEST, Integer.parseInt(columns));
        }
        return terminal ? Math.max(NARROWEST, asked()) : View.plain().width();
    }

    /** picocli asks the terminal, by the means of each operating system. */
    private static int asked() {
        return CommandSpec.create().usageMessage().autoWidth(true).width();
    }

    /** Since JDK 22 there is a console also where there is no terminal; it then says so. */
    private static boolean isTerminal(Console console) {
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }
}
