package dev.migrate.core.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of this tool, as far as rules look at it: a rule is a warning in the minor version that brought it, so that an
 * upgrade breaks no build.
 */
public record ToolVersion(int major, int minor) {
    /** The version of the first rules: nobody upgraded to it. */
    public static final String FIRST = "0.1";

    private static final Pattern FORM = Pattern.compile("(\\d+)\\.(\\d+).*");
    private static final String CURRENT_TEXT = read();

    /** The version that runs. */
    public static ToolVersion current() {
        return parse(CURRENT_TEXT);
    }

    /** The version that runs, whole: {@code 0.1.0-SNAPSHOT}. */
    public static String currentText() {
        return CURRENT_TEXT;
    }

    /** Reads {@code 0.2} or {@code 0.2.0-SNAPSHOT}. */
    public static ToolVersion parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no version: " + text);
        }
        return new ToolVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** Whether a rule of that version is new in this one. */
    public boolean isNew(String since) {
        return !since.equals(FIRST) && equals(parse(since));
    }

    /** The minor version after this one. */
    public ToolVersion next() {
        return new ToolVersion(major, minor + 1);
    }

    /** {@code 0.2}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d.%d", major, minor);
    }

    private static String read() {
        try (InputStream stream = ToolVersion.class.getResourceAsStream("version.txt")) {
            if (stream == null) {
                throw new IllegalStateException("this build of the tool has no version.txt");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
