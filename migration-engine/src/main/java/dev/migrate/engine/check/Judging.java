package dev.migrate.engine.check;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.finding.Suppressed;
import dev.migrate.core.finding.Verdict;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Place;
import dev.migrate.core.rule.Judge;
import dev.migrate.core.rule.JudgeOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges what the classes recorded, and shows it where the source says it. */
final class Judging {
    private final Sources sources;
    private final JudgeOptions options;
    private final Map<String, String> classNames;

    Judging(Sources sources, List<Migration> migrations, JudgeOptions options) {
        this.sources = sources;
        this.options = options;
        this.classNames = migrations.stream()
                .collect(Collectors.toMap(Migration::simpleName, Migration::className, (first, second) -> first));
    }

    /** What the rules find in the graph of the recorded migrations. */
    Verdict verdict(MigrationGraph recorded) {
        Verdict ofSources = Judge.verdict(MigrationGraph.of(sources.migrations()), options);
        Verdict verdict = Judge.verdict(recorded, options);
        return new Verdict(
                verdict.findings().stream()
                        .map(finding -> finding.at(exact(finding, ofSources.findings())))
                        .toList(),
                verdict.suppressed().stream()
                        .map(one -> new Suppressed(
                                one.finding()
                                        .at(exact(
                                                one.finding(),
                                                ofSources.suppressed().stream()
                                                        .map(Suppressed::finding)
                                                        .toList())),
                                one.why(),
                                one.because()))
                        .toList());
    }

    /** The finding at another place. */
    CheckResult.LocatedFinding located(Finding finding) {
        String className = classNames.getOrDefault(finding.migration(), finding.migration());
        return new CheckResult.LocatedFinding(
                finding.at(sources.exact(className, finding.place())), sources.location(className));
    }

    /** The compiler found the same thing and knows the very token; what it could not find is shown by its line. */
    private static Place exact(Finding finding, List<Finding> ofSources) {
        Optional<Finding> twin = ofSources.stream()
                .filter(other -> other.rule().equals(finding.rule())
                        && other.migration().equals(finding.migration())
                        && other.object().equals(finding.object())
                        && (finding.place().line() == 0
                                || finding.place().line() == other.place().line()))
                .findFirst();
        return twin.map(Finding::place).orElse(finding.place());
    }
}
