package dev.migrate.engine.check;

import dev.migrate.core.finding.Finding;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A finding as JSON: the fields that {@code docs/json.md} documents, all of them, in this order. */
final class FindingJson {
    private FindingJson() {}

    static Map<String, Object> of(ReportedSilence one, Path root) {
        Map<String, Object> json = of(one.reported(), root);
        json.put("why", one.why().jsonName());
        json.put("because", one.because());
        return json;
    }

    static Map<String, Object> of(ReportedFinding reported, Path root) {
        Finding finding = reported.finding();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", finding.rule());
        json.put("level", word(finding.level()));
        json.put("certainty", word(finding.certainty()));
        json.put("category", finding.category().jsonName());
        json.put("file", reported.file(root));
        json.put("line", finding.place().line());
        json.put("column", finding.place().column());
        json.put("endLine", finding.place().endLine());
        json.put("endColumn", finding.place().endColumn());
        json.put("headline", finding.headline());
        json.put("effect", lines(finding, List.of("effect")));
        json.put("fix", lines(finding, List.of("fix", "or")));
        json.put("migration", finding.migration());
        json.put("location", reported.located().location());
        json.put("object", finding.object());
        json.put("runBy", finding.runBy());
        json.put("module", reported.module(root));
        return json;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String lines(Finding finding, List<String> labels) {
        return finding.lines().stream()
                .filter(line -> labels.contains(line.label()))
                .map(Finding.Line::text)
                .collect(Collectors.joining("\n"));
    }
}
