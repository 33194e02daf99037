package dev.migrate.core.migration;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A migration's name, {@code V<number or timestamp>_<Name>}: its identity within (app, schema) and its place in the
 * order, which is numeric.
 */
public record MigrationName(String text, BigInteger number) implements Comparable<MigrationName> {
    private static final Pattern FORM = Pattern.compile("V(\\d{1,30})_(\\w+)");
    private static final Comparator<MigrationName> ORDER =
            Comparator.comparing(MigrationName::number).thenComparing(MigrationName::text);

    /** Refuses null. */
    public MigrationName {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(number, "number");
    }

    /** Reads a class's simple name; empty if it has another form. */
    public static Optional<MigrationName> parse(String simpleName) {
        Matcher matcher = FORM.matcher(simpleName);
        return matcher.matches()
                ? Optional.of(new MigrationName(simpleName, new BigInteger(matcher.group(1))))
                : Optional.empty();
    }

    @Override
    public int compareTo(MigrationName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return text;
    }
}
