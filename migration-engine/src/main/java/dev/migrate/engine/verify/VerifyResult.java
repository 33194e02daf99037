package dev.migrate.engine.verify;

import dev.migrate.core.migration.Check;
import dev.migrate.engine.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The verdicts of all checks, in the order of the migrations. */
public record VerifyResult(List<Verdict> verdicts) implements Result {
    /** Copies the list. */
    public VerifyResult {
        verdicts = List.copyOf(verdicts);
    }

    @Override
    public boolean failed() {
        return verdicts.stream().anyMatch(verdict -> !verdict.holds());
    }

    @Override
    public String text() {
        List<String> lines = new ArrayList<>();
        verdicts.stream().filter(verdict -> !verdict.holds()).forEach(verdict -> describe(verdict, lines));
        long hold = verdicts.stream().filter(Verdict::holds).count();
        lines.add(hold + " of " + verdicts.size() + (verdicts.size() == 1 ? " check holds" : " checks hold"));
        return String.join("\n", lines);
    }

    private static void describe(Verdict verdict, List<String> lines) {
        String place =
                verdict.check().place().file() + ":" + verdict.check().place().line();
        lines.add(verdict.migration() + ": a check does not hold (" + place + ")");
        lines.add("    needed: "
                + (verdict.check().form() == Check.Form.NO_ROWS ? "no rows from " : "true from ")
                + verdict.check().query());
        lines.add("    found:  " + verdict.why());
        for (Map<String, ?> row : verdict.rows()) {
            lines.add("            "
                    + row.entrySet().stream()
                            .map(entry -> entry.getKey() + " = " + entry.getValue())
                            .collect(Collectors.joining(", ")));
        }
        if (verdict.more()) {
            lines.add("            and others");
        }
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", 1);
        json.put("holds", !failed());
        json.put("checks", verdicts.stream().map(VerifyResult::json).toList());
        return json;
    }

    private static Map<String, Object> json(Verdict verdict) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("migration", verdict.migration());
        json.put("form", verdict.check().form() == Check.Form.NO_ROWS ? "noRows" : "holds");
        json.put("query", verdict.check().query());
        json.put("file", verdict.check().place().file());
        json.put("line", verdict.check().place().line());
        json.put("holds", verdict.holds());
        json.put("why", verdict.why());
        json.put("rows", verdict.rows());
        json.put("more", verdict.more());
        return json;
    }
}
