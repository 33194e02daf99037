package dev.migrate.engine.check;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.message.Messages;
import dev.migrate.core.migration.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report for a pull request: a table of the findings, the whole messages folded below it, and what was accepted. */
final class MarkdownReport {
    private static final int LISTED = 50;

    private MarkdownReport() {}

    static String of(CheckReport report) {
        Path repository = Repository.root(report.root());
        List<String> lines =
                new ArrayList<>(List.of("### Migrations: " + report.tally().verdict(), ""));
        List<ReportedFinding> findings = report.findings().toList();
        if (!findings.isEmpty()) {
            lines.addAll(table(findings, repository));
            lines.addAll(messages(findings, repository));
        }
        lines.addAll(accepted(report));
        report.proofs().forEach(proof -> lines.add(escaped(proof) + "  "));
        return String.join("\n", lines).stripTrailing();
    }

    private static List<String> table(List<ReportedFinding> findings, Path repository) {
        List<String> lines = new ArrayList<>(List.of("| level | where | finding |", "|---|---|---|"));
        for (ReportedFinding found : first(findings)) {
            Finding finding = found.finding();
            lines.add("| " + finding.level().name().toLowerCase(Locale.ROOT) + " | " + where(found, repository)
                    + " | **" + finding.rule() + "**: " + escaped(finding.headline()) + " |");
        }
        addRest(lines, findings.size());
        lines.add("");
        return lines;
    }

    private static List<String> messages(List<ReportedFinding> findings, Path repository) {
        List<String> lines =
                new ArrayList<>(List.of("<details><summary>What happens, and what to write instead</summary>", ""));
        for (ReportedFinding found : first(findings)) {
            String text = Messages.text(found.finding());
            String fence = text.contains("```") ? "````" : "```";
            lines.addAll(List.of(where(found, repository), "", fence + "text", text, fence, ""));
        }
        lines.addAll(List.of("</details>", ""));
        return lines;
    }

    private static List<String> accepted(CheckReport report) {
        List<ReportedSilence> silent = report.suppressed().toList();
        if (silent.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("| accepted by | hazard | on | because |", "|---|---|---|---|"));
        for (ReportedSilence one : first(silent)) {
            Finding finding = one.reported().finding();
            lines.add("| " + escaped(finding.migration()) + " | " + finding.rule() + " | " + escaped(finding.object())
                    + " | " + escaped(one.because()) + " |");
        }
        addRest(lines, silent.size());
        lines.add("");
        return lines;
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(LISTED, all.size()));
    }

    private static void addRest(List<String> lines, int all) {
        if (all > LISTED) {
            lines.add("");
            lines.add("and " + (all - LISTED) + " more");
        }
    }

    private static String where(ReportedFinding found, Path repository) {
        Place place = found.finding().place();
        return "`" + found.file(repository).replace("`", "'") + (place.line() > 0 ? ":" + place.line() : "") + "`";
    }

    /** Text that is no Markdown and no HTML, and stays in one cell. */
    private static String escaped(String text) {
        return text.replaceAll("\\s+", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("([\\\\`*_\\[\\]|~#])", "\\\\$1");
    }
}
