package dev.migrate.core.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A text of which each character knows the range of the file that it was written in. */
final class Traced {
    static final Traced EMPTY = of("", Span.NONE);
    private static final int MAX_LENGTH = 1_000_000;

    private final String text;
    private final int[] starts;
    private final int[] ends;

    Traced(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /** A text all of which was written at one place. */
    static Traced of(String text, Span span) {
        int[] starts = new int[text.length()];
        int[] ends = new int[text.length()];
        Arrays.fill(starts, span.start());
        Arrays.fill(ends, span.end());
        return new Traced(text, starts, ends);
    }

    static Traced concat(Traced... parts) {
        return concat(List.of(parts));
    }

    static Traced concat(List<Traced> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text));
        if (text.length() > MAX_LENGTH) {
            throw new Exhausted();
        }
        int[] starts = new int[text.length()];
        int[] ends = new int[text.length()];
        int at = 0;
        for (Traced part : parts) {
            System.arraycopy(part.starts, 0, starts, at, part.starts.length);
            System.arraycopy(part.ends, 0, ends, at, part.ends.length);
            at += part.starts.length;
        }
        return new Traced(text.toString(), starts, ends);
    }

    static Traced join(String separator, List<Traced> parts) {
        List<Traced> all = new ArrayList<>();
        for (Traced part : parts) {
            if (!all.isEmpty()) {
                all.add(of(separator, Span.NONE));
            }
            all.add(part);
        }
        return concat(all);
    }

    String text() {
        return text;
    }

    /** This text, as if written at the given place. */
    Traced at(Span span) {
        return of(text, span);
    }

    Traced then(String more, Span span) {
        return concat(this, of(more, span));
    }

    Traced then(Traced more) {
        return concat(this, more);
    }

    Traced sub(int from, int to) {
        return new Traced(
                text.substring(from, to), Arrays.copyOfRange(starts, from, to), Arrays.copyOfRange(ends, from, to));
    }

    /** Another text of the same length, character by character at the same places. */
    Traced withText(String other) {
        return new Traced(other, starts, ends);
    }

    Traced strip() {
        String left = text.stripLeading();
        int from = text.length() - left.length();
        return sub(from, from + left.strip().length());
    }

    /** The text in parentheses. */
    Traced enclosed() {
        return concat(of("(", Span.NONE), this, of(")", Span.NONE));
    }

    /** Where the characters of a range were written; {@link Span#NONE} if nowhere. */
    Span span(int from, int to) {
        int first = firstKnown(from, to);
        if (first < 0) {
            return Span.NONE;
        }
        int last = first;
        for (int at = first; at < Math.min(to, ends.length); at++) {
            if (starts[at] >= starts[first]) {
                last = ends[at] > ends[last] ? at : last;
            }
        }
        return new Span(starts[first], ends[last]);
    }

    private int firstKnown(int from, int to) {
        for (int at = Math.max(0, from); at < Math.min(to, starts.length); at++) {
            if (starts[at] >= 0) {
                return at;
            }
        }
        return -1;
    }

    @Override
    public String toString() {
        return text;
    }
}
