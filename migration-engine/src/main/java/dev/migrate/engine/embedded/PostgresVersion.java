package dev.migrate.engine.embedded;

import dev.migrate.engine.MigrateException.UserFailure;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A version of PostgreSQL for which there are binaries.
 *
 * @param major such as 17
 * @param full such as {@code 17.11.0}: the version of the binaries' artifact
 */
public record PostgresVersion(int major, String full) {
    /** Fixed, so that two builds of one commit run the same server. */
    private static final Map<Integer, String> KNOWN = new TreeMap<>(Map.of(
            13, "13.23.0",
            14, "14.24.0",
            15, "15.19.0",
            16, "16.15.0",
            17, "17.11.0",
            18, "18.6.0"));

    private static final Pattern FULL = Pattern.compile("(\\d{1,3})\\.\\d+(\\.\\d+)?");

    /** The major that runs when nobody asks for one. */
    public static final int DEFAULT_MAJOR = 17;

    /** Refuses null. */
    public PostgresVersion {
        Objects.requireNonNull(full, "full");
    }

    /**
     * The known version of a major.
     *
     * @throws UserFailure if there is none
     */
    public static PostgresVersion of(int major) {
        String full = KNOWN.get(major);
        if (full == null) {
            throw unknown(String.valueOf(major));
        }
        return new PostgresVersion(major, full);
    }

    /**
     * Reads a major ({@code 17}) or the full version of a binaries' artifact ({@code 17.11.0}), for one that is not in
     * the table yet.
     *
     * @throws UserFailure if the text is neither
     */
    public static PostgresVersion parse(String text) {
        String trimmed = text.trim();
        if (trimmed.matches("\\d{1,3}")) {
            return of(Integer.parseInt(trimmed));
        }
        var full = FULL.matcher(trimmed);
        if (!full.matches()) {
            throw unknown(trimmed);
        }
        return new PostgresVersion(Integer.parseInt(full.group(1)), trimmed);
    }

    /** The majors of the table, oldest first. */
    public static java.util.List<Integer> majors() {
        return java.util.List.copyOf(KNOWN.keySet());
    }

    @Override
    public String toString() {
        return full;
    }

    private static UserFailure unknown(String asked) {
        return new UserFailure(
                "there is no embedded PostgreSQL " + asked,
                "needed: one of "
                        + KNOWN.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + ", or the full version of an artifact, such as " + KNOWN.get(DEFAULT_MAJOR));
    }
}
