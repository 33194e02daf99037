package dev.migrate.engine.output;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A form in which a result is given. */
public enum Format {
    /** For people. */
    TEXT(""),
    /** {@code docs/json.md}. */
    JSON("json"),
    /** SARIF 2.1.0, of findings. */
    SARIF("sarif"),
    /** Workflow commands of GitHub Actions, of findings: annotations at the lines of a pull request. */
    GITHUB(""),
    /** Markdown, of findings: a summary for a pull request. */
    MARKDOWN("md"),
    /** The same Markdown, added to the summary page of a job of GitHub Actions. */
    SUMMARY("");

    private final String extension;

    Format(String extension) {
        this.extension = extension;
    }

    /** Whether it is a document of its own, for a file; the others are lines for whoever watches. */
    public boolean document() {
        return !extension.isEmpty();
    }

    /** The end of a file's name, without a dot. */
    public String extension() {
        return extension;
    }

    /** The word in {@code migrate.format}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether only findings have this form. */
    public boolean ofFindings() {
        return this != TEXT && this != JSON;
    }

    /** The format of a word, among those that a command has. */
    static Optional<Format> of(String word, boolean findings) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .filter(format -> findings || !format.ofFindings())
                .findFirst();
    }

    /** The words that a command knows. */
    static String words(boolean findings) {
        return Arrays.stream(values())
                .filter(format -> findings || !format.ofFindings())
                .map(Format::word)
                .collect(Collectors.joining(", "));
    }
}
