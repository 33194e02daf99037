package dev.migrate.core.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An entry as a module keeps it: beside its text what is needed to know whether it must be read at all.
 *
 * @param className the binary name of the migration's class
 * @param links what binds it to others, as text
 * @param text {@link IndexEntry#text()} without the line end
 */
public record StoredEntry(String className, String links, String text) {
    private static final String SEPARATOR = "\t";

    /** Refuses null. */
    public StoredEntry {
        Objects.requireNonNull(className, "className");
        Objects.requireNonNull(links, "links");
        Objects.requireNonNull(text, "text");
    }

    /** What is kept of an entry. */
    public static StoredEntry of(IndexEntry entry) {
        return new StoredEntry(
                entry.className(),
                Links.of(entry.migration()).text(),
                entry.text().stripTrailing());
    }

    /**
     * The whole entry.
     *
     * @throws IndexUnreadable if the text is of another version's form, or damaged
     */
    public IndexEntry entry() {
        return IndexEntry.parse(text);
    }

    /**
     * Of the given entries those that are bound to the seeds, or bound to one that is; in their order. What is left out
     * decides nothing about the seeds, nor the seeds about it.
     */
    public static List<StoredEntry> bound(List<StoredEntry> entries, List<StoredEntry> seeds) {
        List<StoredEntry> bound = new ArrayList<>();
        Links.bound(
                        entries.stream().map(StoredEntry::parsedLinks).toList(),
                        seeds.stream().map(StoredEntry::parsedLinks).toList())
                .forEach(at -> bound.add(entries.get(at)));
        return bound;
    }

    /** What is known of a class that is gone, where its entry cannot be read. */
    public static StoredEntry unread(String className) {
        return new StoredEntry(className, Links.NONE, "");
    }

    private Links parsedLinks() {
        return Links.parse(links);
    }

    /** {@link IndexEntry#text()}. */
    public String resource() {
        return text + "\n";
    }

    String line() {
        return className + SEPARATOR + links + SEPARATOR + text + "\n";
    }

    static StoredEntry parse(String line) {
        String[] parts = line.split(SEPARATOR, 3);
        if (parts.length < 3 || !Links.isText(parts[1])) {
            throw new IndexUnreadable("a line of it is of another version's form");
        }
        String start = "{\"format\":" + IndexEntry.FORMAT + ",";
        if (!parts[2].startsWith(start) || !parts[2].endsWith("}")) {
            // The whole entry knows best what is wrong with it.
            return new StoredEntry(
                    parts[0], parts[1], IndexEntry.parse(parts[2]).text().stripTrailing());
        }
        return new StoredEntry(parts[0], parts[1], parts[2]);
    }
}
