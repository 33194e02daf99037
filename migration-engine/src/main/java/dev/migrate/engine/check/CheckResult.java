package dev.migrate.engine.check;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.message.Messages;
import dev.migrate.engine.Result;
import dev.migrate.engine.output.Json;
import dev.migrate.engine.output.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a check found.
 *
 * @param migrations how many were judged
 * @param proof one line about the proof on a server; empty if there was none, because what was found forbids it
 */
public record CheckResult(int migrations, List<LocatedFinding> findings, Optional<String> proof) implements Result {
    /** Copies the list. */
    public CheckResult {
        findings = List.copyOf(findings);
    }

    /**
     * A finding and the folder that was judged.
     *
     * @param location relative to the module's folder, such as {@code src/main/java}
     */
    public record LocatedFinding(Finding finding, String location) {}

    @Override
    public String headline() {
        String checked = "checked " + Words.count(migrations, "migration") + ": ";
        return findings.isEmpty() ? checked + "no findings" : checked + counts();
    }

    @Override
    public String text() {
        List<String> lines = new ArrayList<>(List.of(headline()));
        findings.forEach(found -> lines.add(Messages.located(found.finding())));
        proof.ifPresent(lines::add);
        return String.join("\n", lines);
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = Json.envelope();
        json.put("findings", findings.stream().map(FindingJson::of).toList());
        return json;
    }

    @Override
    public boolean failed() {
        return count(Finding.Level.ERROR) > 0;
    }

    private String counts() {
        List<String> parts = new ArrayList<>();
        addCount(parts, Finding.Level.ERROR, "error");
        addCount(parts, Finding.Level.WARNING, "warning");
        long told = count(Finding.Level.INFO);
        if (told > 0) {
            parts.add(told + " for information");
        }
        return String.join(", ", parts);
    }

    private void addCount(List<String> parts, Finding.Level level, String noun) {
        long count = count(level);
        if (count > 0) {
            parts.add(Words.count(count, noun));
        }
    }

    private long count(Finding.Level level) {
        return findings.stream()
                .filter(found -> found.finding().level() == level)
                .count();
    }
}
