package dev.migrate.engine.check;

import dev.migrate.core.finding.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What makes a finding the same one in a later report: its rule, migration and object, and the text of its line. Neither
 * the line's number nor the words of the message take part, so it lives through edits above it and through upgrades of the
 * tool; equal ones are counted.
 */
final class Fingerprints {
    private final Map<Path, List<String>> files = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();

    String of(ReportedFinding found) {
        Finding finding = found.finding();
        String identity = String.join(
                "\u0000",
                finding.rule(),
                finding.migration(),
                finding.object(),
                line(found.path(), finding.place().line()));
        int ordinal = seen.merge(identity, 1, Integer::sum);
        return hash(identity).substring(0, 32) + ":" + ordinal;
    }

    private String line(Path file, int number) {
        List<String> lines = files.computeIfAbsent(file, Fingerprints::lines);
        return number > 0 && number <= lines.size()
                ? lines.get(number - 1).replaceAll("\\s+", " ").strip()
                : "";
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
