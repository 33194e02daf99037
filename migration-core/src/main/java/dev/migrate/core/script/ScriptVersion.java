package dev.migrate.core.script;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A version as Flyway compares it: numbers between dots or underscores, each compared as a number; missing ones are zero,
 * so that {@code 1}, {@code 1.0} and {@code 01} are the same.
 *
 * @param text as written
 * @param parts without zeros at the end
 */
public record ScriptVersion(String text, List<BigInteger> parts) implements Comparable<ScriptVersion> {
    private static final Pattern FORM = Pattern.compile("\\d+(?:[._-]\\d+)*");
    private static final Pattern SEPARATOR = Pattern.compile("[._-]");
    private static final int LONGEST = 200;

    /** Copies the list. */
    public ScriptVersion {
        parts = List.copyOf(parts);
    }

    /** Reads a version; empty for text of another form. */
    public static Optional<ScriptVersion> parse(String text) {
        if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        List<BigInteger> parts = new ArrayList<>(
                Arrays.stream(SEPARATOR.split(text)).map(BigInteger::new).toList());
        while (parts.size() > 1 && parts.get(parts.size() - 1).signum() == 0) {
            parts.remove(parts.size() - 1);
        }
        return Optional.of(new ScriptVersion(text, parts));
    }

    /** Whether both are the same, however they are written. */
    boolean same(ScriptVersion other) {
        return compareTo(other) == 0;
    }

    @Override
    public int compareTo(ScriptVersion other) {
        for (int at = 0; at < Math.max(parts.size(), other.parts.size()); at++) {
            int compared = part(at).compareTo(other.part(at));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    private BigInteger part(int at) {
        return at < parts.size() ? parts.get(at) : BigInteger.ZERO;
    }

    @Override
    public String toString() {
        return text;
    }
}
