package dev.migrate.core.index;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A module's entries as the strings of one annotation. A class file holds no string above 65,535 bytes of modified
 * UTF-8, so the text comes in chunks.
 */
public final class ModuleText {
    /** The greatest chunk that is written, in bytes; {@code CONSTANT_Utf8_info} ends at 65,535. */
    static final int CHUNK_BYTES = 65_000;

    private ModuleText() {}

    /** The entries in the order of their class names, cut into chunks. */
    public static List<String> chunks(List<IndexEntry> entries) {
        SortedMap<String, String> texts = new TreeMap<>();
        entries.forEach(entry -> texts.put(entry.className(), entry.text()));
        return chunks(texts);
    }

    /** The texts of entries by their class names, cut into chunks. */
    public static List<String> chunks(SortedMap<String, String> texts) {
        return cut(String.join("", texts.values()));
    }

    /**
     * Reads the chunks of one module.
     *
     * @throws IndexUnreadable if an entry is of another version's form, or damaged
     */
    public static List<IndexEntry> entries(List<String> chunks) {
        return String.join("", chunks)
                .lines()
                .filter(line -> !line.isBlank())
                .map(IndexEntry::parse)
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
