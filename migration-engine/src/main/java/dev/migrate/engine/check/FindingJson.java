package dev.migrate.engine.check;

import dev.migrate.core.finding.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A finding as JSON: the fields that {@code docs/json.md} documents, all of them, in this order. */
final class FindingJson {
    private FindingJson() {}

    static Map<String, Object> of(CheckResult.LocatedFinding located) {
        Finding finding = located.finding();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", finding.rule());
        json.put("level", word(finding.level()));
        json.put("certainty", word(finding.certainty()));
        json.put("category", finding.category().jsonName());
        json.put("file", finding.place().file());
        json.put("line", finding.place().line());
        json.put("column", finding.place().column());
        json.put("endLine", finding.place().endLine());
        json.put("endColumn", finding.place().endColumn());
        json.put("headline", finding.headline());
        json.put("effect", lines(finding, List.of("effect")));
        json.put("fix", lines(finding, List.of("fix", "or")));
        json.put("migration", finding.migration());
        json.put("location", located.location());
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
