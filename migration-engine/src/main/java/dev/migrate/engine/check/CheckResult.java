package dev.migrate.engine.check;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.finding.Suppressed;
import dev.migrate.engine.Result;
import dev.migrate.engine.output.Format;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a check found.
 *
 * @param migrations how many were judged
 * @param findings what counts
 * @param suppressed what would count if it were not accepted, or applied
 * @param proof one line about the proof on a server; empty if there was none, because what was found forbids it
 * @param base the folder that files are relative to: the module's
 * @param failOn the least level that makes it fail
 */
public record CheckResult(
        int migrations,
        List<LocatedFinding> findings,
        List<Silenced> suppressed,
        Optional<String> proof,
        Path base,
        FailOn failOn)
        implements Result {
    /** Copies the lists. */
    public CheckResult {
        Objects.requireNonNull(failOn, "failOn");
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
    }

    /** A result that errors make fail. */
    public CheckResult(
            int migrations,
            List<LocatedFinding> findings,
            List<Silenced> suppressed,
            Optional<String> proof,
            Path base) {
        this(migrations, findings, suppressed, proof, base, FailOn.ERROR);
    }

    /** The same with another level that makes it fail. */
    public CheckResult failingOn(FailOn other) {
        return new CheckResult(migrations, findings, suppressed, proof, base, other);
    }

    /**
     * A finding and the folder that was judged.
     *
     * @param location relative to the module's folder, such as {@code src/main/java}
     */
    public record LocatedFinding(Finding finding, String location) {}

    /**
     * A finding that fails nothing.
     *
     * @param because the reason that was given, or how it came to be silent
     */
    public record Silenced(LocatedFinding located, Suppressed.Why why, String because) {}

    /** The same verdict on a database where some migrations are applied: what they ran is not judged any more. */
    public CheckResult onDatabaseWith(Set<String> applied) {
        List<LocatedFinding> counted = new ArrayList<>();
        List<Silenced> silent = new ArrayList<>(suppressed);
        for (LocatedFinding found : findings) {
            String runner = found.finding().runBy();
            if (applied.contains(runner)) {
                silent.add(new Silenced(found, Suppressed.Why.APPLIED, runner + " is applied"));
            } else {
                counted.add(found);
            }
        }
        return new CheckResult(migrations, counted, silent, proof, base, failOn);
    }

    @Override
    public String headline() {
        return Tally.of(List.of(this)).verdict();
    }

    @Override
    public String text() {
        return report().in(Format.TEXT);
    }

    @Override
    public Map<String, Object> json() {
        return report().json();
    }

    @Override
    public Optional<String> in(Format format) {
        return Optional.of(report().in(format));
    }

    @Override
    public boolean failed() {
        return findings.stream()
                .anyMatch(found -> failOn.includes(found.finding().level()));
    }

    private CheckReport report() {
        return new CheckReport(List.of(this), base);
    }
}
