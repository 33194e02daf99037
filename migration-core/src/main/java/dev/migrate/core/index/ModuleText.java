package dev.migrate.core.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A module's entries as the strings of one annotation. A class file holds no string above 65,535 bytes of modified
 * UTF-8, so the text comes in chunks.
 */
public final class ModuleText {
    /** The greatest chunk that is written, in bytes; {@code CONSTANT_Utf8_info} ends at 65,535. */
    static final int CHUNK_BYTES = 65_000;

    private static final Pattern CLASS_NAME = Pattern.compile("([\\p{L}_$][\\p{L}\\p{N}_$.]*)\t");

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

    /**
     * The classes that the chunks of one module have entries of, in whatever form: a line has begun with the name of its
     * class in all of them.
     *
     * @return empty where a line names none
     */
    public static Optional<Set<String>> classNames(List<String> chunks) {
        Set<String> names = new LinkedHashSet<>();
        for (String line : String.join("", chunks).lines().toList()) {
            Matcher name = CLASS_NAME.matcher(line);
            if (!name.lookingAt()) {
                return Optional.empty();
            }
            names.add(name.group(1));
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
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
