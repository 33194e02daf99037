package dev.migrate.engine.kit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

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

    /** Some of the names, chosen by the seed, or all of them. */
    public static List<String> some(Collection<String> names, int sample) {
        List<String> chosen = new ArrayList<>(names);
        Collections.shuffle(chosen, new Random(seed()));
        return chosen.subList(0, times(Math.min(sample, chosen.size()), chosen.size()));
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
