package dev.migrate.engine.check;

import dev.migrate.core.finding.Finding.Level;
import dev.migrate.engine.output.Format;
import dev.migrate.engine.output.Json;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What checks of one or more modules found, in every form: one document, however many modules there are.
 *
 * @param modules in the order of their folders
 * @param root the folder that files of text and JSON are relative to: that of the build
 */
public record CheckReport(List<CheckResult> modules, Path root) {
    /** Copies the list. */
    public CheckReport {
        Objects.requireNonNull(root, "root");
        modules = List.copyOf(modules);
    }

    /** The report in that form, without a trailing line break. */
    public String in(Format format) {
        return switch (format) {
            case TEXT -> TextReport.of(this);
            case JSON -> Json.text(json());
            case SARIF -> Json.text(SarifReport.of(this));
            case GITHUB -> GithubReport.of(this);
            case MARKDOWN, SUMMARY -> MarkdownReport.of(this);
        };
    }

    /** The form that {@code docs/json.md} documents. */
    Map<String, Object> json() {
        Map<String, Object> json = Json.envelope();
        json.put(
                "findings", findings().map(found -> FindingJson.of(found, root)).toList());
        json.put(
                "suppressed", suppressed().map(one -> FindingJson.of(one, root)).toList());
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("migrations", tally().migrations());
        summary.put("errors", tally().count(Level.ERROR));
        summary.put("warnings", tally().count(Level.WARNING));
        summary.put("infos", tally().count(Level.INFO));
        summary.put("suppressed", tally().suppressed());
        json.put("summary", summary);
        json.put("proofs", proofs());
        return json;
    }

    /** How many of what. */
    Tally tally() {
        return Tally.of(modules);
    }

    /** What counts, module by module. */
    Stream<ReportedFinding> findings() {
        return modules.stream()
                .flatMap(module -> module.findings().stream().map(found -> new ReportedFinding(found, module.base())));
    }

    /** What fails nothing, module by module. */
    Stream<ReportedSilence> suppressed() {
        return modules.stream()
                .flatMap(module -> module.suppressed().stream()
                        .map(one -> new ReportedSilence(
                                new ReportedFinding(one.located(), module.base()), one.why(), one.because())));
    }

    /** What the proofs say, a line each. */
    List<String> proofs() {
        return modules.stream().flatMap(module -> module.proof().stream()).toList();
    }
}
