package dev.migrate.processor;

import java.util.Objects;

/**
 * A message whose first line stands alone.
 *
 * @param lines separated by {@code \n}
 */
record Message(String lines) {
    Message {
        Objects.requireNonNull(lines, "lines");
    }

    /** The whole text; what cannot be shown by the place of the message is added to the first line. */
    String text(String placeInWords) {
        if (placeInWords.isEmpty()) {
            return lines;
        }
        int end = lines.indexOf('\n') < 0 ? lines.length() : lines.indexOf('\n');
        return lines.substring(0, end) + " " + placeInWords + lines.substring(end);
    }
}
