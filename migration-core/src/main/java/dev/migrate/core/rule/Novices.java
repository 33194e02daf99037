package dev.migrate.core.rule;

import dev.migrate.api.Hazard;
import dev.migrate.core.finding.Finding;
import dev.migrate.core.finding.Finding.Level;
import dev.migrate.core.finding.Finding.Line;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules in their first minor version: what they find is a warning. */
public final class Novices {
    private static final Map<String, String> SINCE = Stream.concat(
                    Arrays.stream(Hazard.values()).map(hazard -> Map.entry(hazard.ruleName(), hazard.since())),
                    Arrays.stream(OrderRule.values()).map(rule -> Map.entry(rule.ruleName(), rule.since())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private final ToolVersion version;
    private final Function<String, String> since;

    Novices(ToolVersion version) {
        this(version, rule -> SINCE.getOrDefault(rule, ToolVersion.FIRST));
    }

    Novices(ToolVersion version, Function<String, String> since) {
        this.version = version;
        this.since = since;
    }

    /** Whether no rule is new in the version that runs: then nothing is softened. */
    public static boolean none() {
        Novices novices = new Novices(ToolVersion.current());
        return SINCE.keySet().stream().noneMatch(rule -> novices.why(rule).isPresent());
    }

    /** Why a rule's errors are warnings in the version that runs; empty if they are errors. */
    public static Optional<String> whySoftened(String rule) {
        return new Novices(ToolVersion.current()).why(rule);
    }

    /** The finding, a warning if its rule is new. */
    Finding softened(Finding finding) {
        if (finding.level() != Level.ERROR) {
            return finding;
        }
        return why(finding.rule())
                .map(why -> finding.level(Level.WARNING, new Line("note", why)))
                .orElse(finding);
    }

    private Optional<String> why(String rule) {
        return version.isNew(since.apply(rule))
                ? Optional.of(
                        "this rule is new in " + version + ": a warning, and an error from " + version.next() + " on")
                : Optional.empty();
    }
}
