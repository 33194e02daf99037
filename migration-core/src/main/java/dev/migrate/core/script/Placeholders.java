package dev.migrate.core.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text whose {@code ${name}} are replaced: by their value, or by a word as long as they are, so that the statement can
 * be read all the same.
 */
final class Placeholders {
    private static final Pattern FORM = Pattern.compile("\\$\\{([A-Za-z_][\\w:.-]{0,200})}");

    private final String text;
    private final List<Shift> shifts;
    private final Set<String> unknown;

    private Placeholders(String text, List<Shift> shifts, Set<String> unknown) {
        this.text = text;
        this.shifts = List.copyOf(shifts);
        this.unknown = Collections.unmodifiableSet(unknown);
    }

    /** From an offset of the new text on, the old offsets are so much larger. */
    private record Shift(int from, int to, int originalFrom, int originalTo) {}

    static Placeholders replaced(String original, Map<String, String> values) {
        if (!original.contains("${")) {
            return new Placeholders(original, List.of(), Set.of());
        }
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(values);
        StringBuilder text = new StringBuilder(original.length());
        List<Shift> shifts = new ArrayList<>();
        Set<String> unknown = new TreeSet<>();
        Matcher matcher = FORM.matcher(original);
        int done = 0;
        while (matcher.find()) {
            text.append(original, done, matcher.start());
            int from = text.length();
            Optional<String> value = Optional.ofNullable(anyCase.get(matcher.group(1)));
            value.ifPresentOrElse(text::append, () -> {
                unknown.add(matcher.group(1));
                text.append(matcher.group().replaceAll("[^A-Za-z0-9_]", "_"));
            });
            shifts.add(new Shift(from, text.length(), matcher.start(), matcher.end()));
            done = matcher.end();
        }
        text.append(original, done, original.length());
        return new Placeholders(text.toString(), shifts, unknown);
    }

    String text() {
        return text;
    }

    /** The names that have no value. */
    Set<String> unknown() {
        return unknown;
    }

    /** The offset in the file of a range's first character. */
    int start(int offset) {
        return original(offset, true);
    }

    /** The offset in the file after a range's last character. */
    int end(int offset) {
        return original(offset, false);
    }

    private int original(int offset, boolean isStart) {
        Shift last = new Shift(0, 0, 0, 0);
        int low = 0;
        int high = shifts.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (shifts.get(middle).from() < offset + (isStart ? 1 : 0)) {
                last = shifts.get(middle);
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        boolean within = isStart ? offset < last.to() : offset < last.to() || offset == last.to();
        if (within && last.to() > 0) {
            return isStart ? last.originalFrom() : last.originalTo();
        }
        return last.originalTo() + offset - last.to();
    }
}
