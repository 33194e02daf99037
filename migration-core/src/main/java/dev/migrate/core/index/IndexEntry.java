package dev.migrate.core.index;

import dev.migrate.core.migration.Migration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is kept of one compiled migration.
 *
 * @param migration as read from source, with places in the file it was read from
 * @param sourceHash {@link SourceHash} of that file
 * @param rowFunctionTokens the source tokens of its Java row functions: their part of the fingerprint
 */
public record IndexEntry(Migration migration, String sourceHash, List<String> rowFunctionTokens) {
    /** The version of the text form; a change of meaning raises it. */
    public static final int FORMAT = 1;

    private static final String FOLDER = "META-INF/migrate/";
    private static final String ENDING = ".migration";

    /** Copies the tokens. */
    public IndexEntry {
        Objects.requireNonNull(migration, "migration");
        Objects.requireNonNull(sourceHash, "sourceHash");
        rowFunctionTokens = List.copyOf(rowFunctionTokens);
    }

    /** The binary name of the migration's class. */
    public String className() {
        return migration.className();
    }

    /** Where the entry of a class lies, relative to the folder or jar that holds the class. */
    public static String resourceName(String className) {
        return FOLDER + className + ENDING;
    }

    /** One line of JSON with a line end; the same entry always gives the same text. */
    public String text() {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("format", FORMAT);
        entry.put("class", className());
        entry.put("source", sourceHash);
        entry.put("rowFunctions", rowFunctionTokens);
        entry.put("migration", RecordTree.of(migration));
        return JsonText.write(entry) + "\n";
    }

    /**
     * Reads {@link #text()}.
     *
     * @throws IndexUnreadable if the text is of another version's form, or damaged
     */
    public static IndexEntry parse(String text) {
        Map<?, ?> entry = JsonText.readObject(text);
        if (!Integer.valueOf(FORMAT).equals(entry.get("format"))) {
            throw new IndexUnreadable("the form is version " + entry.get("format") + ", known is " + FORMAT);
        }
        if (!(entry.get("source") instanceof String source) || !(entry.get("rowFunctions") instanceof List<?> tokens)) {
            throw new IndexUnreadable("the source's hash or the row functions are missing");
        }
        return new IndexEntry(
                RecordTree.read(Migration.class, entry.get("migration")),
                source,
                tokens.stream().map(String::valueOf).toList());
    }
}
