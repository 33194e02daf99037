package dev.migrate.core.migration;

import java.util.Arrays;

/** Where the lines of a text begin: places in a long text, each without counting from its start. */
public final class Lines {
    private final String file;
    private final int[] starts;
    private final int length;

    private Lines(String file, int[] starts, int length) {
        this.file = file;
        this.starts = starts;
        this.length = length;
    }

    /**
     * The lines of a text; a line ends with {@code \n}, {@code \r\n} or {@code \r}.
     *
     * @param file as places name it
     */
    public static Lines of(String file, String text) {
        int[] starts = new int[64];
        int count = 1;
        for (int at = 0; at < text.length(); at++) {
            if (endsLine(text, at)) {
                starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
                starts[count++] = at + 1;
            }
        }
        return new Lines(file, Arrays.copyOf(starts, count), text.length());
    }

    private static boolean endsLine(String text, int at) {
        char here = text.charAt(at);
        return here == '\n' || (here == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n'));
    }

    /**
     * The place of a range.
     *
     * @param start the first character's offset
     * @param end the offset after the last character
     */
    public Place place(int start, int end) {
        int from = Math.max(0, Math.min(start, length));
        int to = Math.max(from, Math.min(end, length));
        int line = lineOf(from);
        int endLine = lineOf(to);
        return new Place(file, line + 1, from - starts[line] + 1, endLine + 1, to - starts[endLine] + 1, from, to);
    }

    private int lineOf(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }
}
