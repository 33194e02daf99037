package dev.migrate.engine.check;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.finding.Finding.Level;
import dev.migrate.core.message.Messages;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report for a terminal: the findings file by file, what was accepted, and the verdict last. */
final class TextReport {
    private static final int LISTED = 10;

    private TextReport() {}

    static String of(CheckReport report) {
        List<String> lines = new ArrayList<>();
        byFile(report).forEach((file, found) -> {
            lines.add(file + ": " + String.join(", ", Tally.levels(counts(found))));
            found.forEach(finding -> lines.add("  " + Messages.located(finding).replace("\n", "\n  ")));
            lines.add("");
        });
        lines.addAll(accepted(report));
        lines.addAll(report.proofs());
        lines.add(report.tally().verdict());
        return String.join("\n", lines);
    }

    private static Map<String, List<Finding>> byFile(CheckReport report) {
        Map<String, List<Finding>> files = new LinkedHashMap<>();
        report.findings().forEach(found -> {
            String file = found.file(report.root());
            files.computeIfAbsent(file, absent -> new ArrayList<>())
                    .add(found.finding().at(found.finding().place().in(file)));
        });
        return files;
    }

    private static Map<Level, Long> counts(List<Finding> findings) {
        Map<Level, Long> counts = new EnumMap<>(Level.class);
        findings.forEach(finding -> counts.merge(finding.level(), 1L, Long::sum));
        return counts;
    }

    private static List<String> accepted(CheckReport report) {
        List<String> lines = new ArrayList<>(report.suppressed()
                .limit(LISTED)
                .map(one ->
                        one.why().jsonName() + ": " + one.reported().finding().migration() + ", "
                                + one.reported().finding().rule() + " on "
                                + one.reported().finding().object() + ": " + one.because())
                .toList());
        long others = report.tally().suppressed() - lines.size();
        if (others > 0) {
            lines.add("and " + others + (others == 1 ? " other" : " others") + ", which migrate.format=json lists");
        }
        return lines;
    }
}
