package dev.migrate.engine.apply;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Named instants at which tests end or hold a runner. Without the system property {@code migrate.crashPoint} they do
 * nothing.
 *
 * <p>{@code name#3} halts the virtual machine at the third time of that point, as {@code kill -9} would; {@code ?} prints
 * every point that is reached; {@code !} prints it and waits for a line on the standard input.
 */
public final class CrashPoint {
    /** What {@code kill -9} leaves as exit code. */
    public static final int HALTED = 137;

    private static final @Nullable String WANTED = System.getProperty("migrate.crashPoint");
    private static final AtomicInteger TIMES = new AtomicInteger();

    private CrashPoint() {}

    /** Says that the run is at the named instant. */
    public static void hit(String name) {
        if (WANTED != null) {
            obey(WANTED, name);
        }
    }

    private static void obey(String wanted, String name) {
        if (wanted.equals("?") || wanted.equals("!")) {
            System.out.println("at " + name);
            System.out.flush();
            if (wanted.equals("!")) {
                waitForALine();
            }
            return;
        }
        int mark = wanted.indexOf('#');
        String wantedName = mark < 0 ? wanted : wanted.substring(0, mark);
        int wantedTime = mark < 0 ? 1 : Integer.parseInt(wanted.substring(mark + 1));
        if (wantedName.equals(name) && TIMES.incrementAndGet() == wantedTime) {
            Runtime.getRuntime().halt(HALTED);
        }
    }

    private static void waitForALine() {
        try {
            int read = System.in.read();
            while (read >= 0 && read != '\n') {
                read = System.in.read();
            }
        } catch (java.io.IOException ended) {
            throw new java.io.UncheckedIOException(ended);
        }
    }
}
