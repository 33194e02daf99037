package dev.migrate.engine.apply;

import dev.migrate.engine.Result;
import dev.migrate.engine.backup.Backups;
import dev.migrate.engine.check.CheckResult;
import dev.migrate.engine.output.Json;
import dev.migrate.engine.output.Words;
import dev.migrate.engine.verify.Verdict;
import dev.migrate.engine.verify.VerifyResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What an apply did.
 *
 * @param check what its first stage found, no errors among it
 * @param parts one for each app and schema
 * @param waitingFails whether waiting counts as failure
 */
public record ApplyResult(CheckResult check, List<Part> parts, boolean waitingFails, Duration took) implements Result {
    /** Copies the list. */
    public ApplyResult {
        parts = List.copyOf(parts);
    }

    /**
     * One app and schema.
     *
     * @param direct whether the schema was empty, so that everything ran straight through
     * @param backup what was kept before the first statement, if anything was at risk
     * @param verdicts on the checks of what was applied
     */
    public record Part(
            String app,
            String schema,
            List<Applied> applied,
            List<Waiting> waiting,
            boolean direct,
            Optional<Backups.Backup> backup,
            List<Verdict> verdicts) {
        /** Copies the lists. */
        public Part {
            Objects.requireNonNull(backup, "backup");
            verdicts = List.copyOf(verdicts);
            applied = List.copyOf(applied);
            waiting = List.copyOf(waiting);
        }
    }

    @Override
    public String headline() {
        List<String> failing = parts.stream()
                .flatMap(part -> part.verdicts().stream())
                .filter(verdict -> !verdict.holds())
                .map(Verdict::migration)
                .distinct()
                .toList();
        return failing.isEmpty()
                ? Result.super.headline()
                : "applied, but checks of " + String.join(", ", failing) + " do not hold; nothing was undone";
    }

    @Override
    public String text() {
        List<String> lines = new ArrayList<>();
        for (Part part : parts) {
            lines.add(part.app() + ", schema " + part.schema() + ": " + summary(part));
            part.backup().ifPresent(backup -> lines.add("  backup " + backup.summary()));
            part.waiting().forEach(waiting -> lines.add("  " + waiting.name() + " waits for " + waiting.waitsFor()));
            if (!part.verdicts().isEmpty()) {
                lines.add("  " + new VerifyResult(part.verdicts()).text().replace("\n", "\n  "));
            }
        }
        if (parts.stream().anyMatch(ApplyResult::doubted)) {
            lines.add("what was applied stays applied: put the rows right and run mvn migrate:verify,");
            lines.add("or go back with mvn migrate:rollback");
        }
        return String.join("\n", lines);
    }

    private String summary(Part part) {
        if (part.applied().isEmpty()) {
            return "nothing to apply";
        }
        return "applied " + Words.count(part.applied().size(), "migration") + " in " + Words.of(took)
                + (part.direct() ? ", straight through: the schema was empty" : "");
    }

    private static boolean doubted(Part part) {
        return part.verdicts().stream().anyMatch(verdict -> !verdict.holds());
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = Json.envelope();
        json.put("findings", check.json().getOrDefault("findings", List.of()));
        json.put("runs", parts.stream().map(ApplyResult::json).toList());
        json.put("tookMillis", took.toMillis());
        return json;
    }

    private static Map<String, Object> json(Part part) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("app", part.app());
        one.put("schema", part.schema());
        one.put("direct", part.direct());
        one.put(
                "backup",
                part.backup().map(backup -> backup.folder().toString()).orElse(""));
        one.put("applied", part.applied().stream().map(ApplyResult::json).toList());
        one.put(
                "waiting",
                part.waiting().stream()
                        .map(waiting -> Map.of("migration", waiting.name(), "waitsFor", waiting.waitsFor()))
                        .toList());
        one.put("checks", new VerifyResult(part.verdicts()).json().getOrDefault("checks", List.of()));
        return one;
    }

    private static Map<String, Object> json(Applied applied) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("migration", applied.name());
        one.put("tries", applied.tries());
        one.put("tookMillis", applied.tookMillis());
        return one;
    }

    @Override
    public boolean failed() {
        return parts.stream().anyMatch(ApplyResult::doubted)
                || (waitingFails
                        && parts.stream().anyMatch(part -> !part.waiting().isEmpty()));
    }
}
