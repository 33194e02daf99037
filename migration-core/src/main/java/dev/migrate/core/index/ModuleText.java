package dev.migrate.core.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A module's entries as the strings of one annotation. A class file holds no string above 65,535 bytes of modified
 * UTF-8, so the text comes in chunks.
 */
public final class ModuleText {
    /** The greatest chunk that is written, in bytes; {@code CONSTANT_Utf8_info} ends at 65,535. */
    static final int CHUNK_BYTES = 65_000;

    private ModuleText() {}

    /** The entries in the order of their class names, cut into chunks. */
    public static List<String> chunks(List<StoredEntry> entries) {
        StringBuilder text = new StringBuilder();
        entries.stream()
                .sorted(Comparator.comparing(StoredEntry::className))
                .forEach(entry -> text.append(entry.line()));
        return cut(text.toString());
    }

    /**
     * Takes the chunks of one module apart, without reading the entries.
     *
     * @throws IndexUnreadable if a line is of another version's form, or damaged
     */
    public static List<StoredEntry> entries(List<String> chunks) {
        return String.join("", chunks)
                .lines()
                .filter(line -> !line.isBlank())
                .map(StoredEntry::parse)
                .toList();
    }

    private static List<String> cut(String text) {
        List<String> chunks = new ArrayList<>();
        int from = 0;
        int bytes = 0;
        for (int at = 0; at < text.length(); at++) {
            int width = modifiedUtf8Width(text.charAt(at));
            if (bytes + width > CHUNK_BYTES) {
                chunks.add(text.substring(from, at));
                from = at;
                bytes = 0;
            }
            bytes += width;
        }
        chunks.add(text.substring(from));
        return List.copyOf(chunks);
    }

    /** Surrogates count three bytes each, so a pair may be cut apart: joining the chunks makes it whole. */
    private static int modifiedUtf8Width(char character) {
        if (character >= 0x0001 && character <= 0x007F) {
            return 1;
        }
        return character <= 0x07FF ? 2 : 3;
    }
}
