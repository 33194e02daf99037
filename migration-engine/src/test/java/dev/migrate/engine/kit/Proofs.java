package dev.migrate.engine.kit;

/**
 * How much of a long proof is run: a sample in every build, all of it in the Maven profile {@code proofs}. Random ones
 * print their seed; {@code -Dproofs.seed} repeats it.
 */
public final class Proofs {
    private static final boolean ALL = Boolean.getBoolean("proofs");

    private Proofs() {}

    /** One of two sizes. */
    public static int times(int sample, int all) {
        return ALL ? all : sample;
    }

    /** The seed of random proofs. */
    public static long seed() {
        return Long.getLong("proofs.seed", 20261125);
    }

    /** Prints a figure for the log. */
    public static void report(String figure) {
        System.out.println("[proof] " + figure);
    }
}
