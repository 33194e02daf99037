package dev.migrate.benchmarks.effects;

import dev.migrate.benchmarks.Benchmark;
import dev.migrate.benchmarks.Figure;
import dev.migrate.benchmarks.Report;
import dev.migrate.core.measured.Comparison;
import dev.migrate.core.measured.Comparison.Verdict;
import dev.migrate.core.measured.EffectCase;
import dev.migrate.core.measured.EffectCases;
import dev.migrate.core.measured.EffectClaim;
import dev.migrate.core.measured.EffectTable;
import dev.migrate.core.measured.MeasuredEffect;
import dev.migrate.engine.embedded.PostgresVersion;
import dev.migrate.engine.measured.EffectMeasurement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Claims about locks, rewrites and scans beside what servers of all versions show. */
public final class EffectsBenchmark implements Benchmark {
    @Override
    public String name() {
        return "effects";
    }

    @Override
    public String measures() {
        return "claims about locks, rewrites and scans beside PostgreSQL "
                + PostgresVersion.majors().get(0) + " to "
                + PostgresVersion.majors().get(PostgresVersion.majors().size() - 1);
    }

    /** Quick: the newest version only. */
    @Override
    public Report run(boolean quick, Path folder, Consumer<String> progress) throws Exception {
        List<Integer> all = PostgresVersion.majors();
        List<Integer> majors = quick ? all.subList(all.size() - 1, all.size()) : all;
        EffectTable measured = EffectMeasurement.measure(majors, folder, progress);
        Path file = folder.resolve("effects.tsv");
        Files.writeString(file, measured.text());
        Map<Verdict, Integer> count = new EnumMap<>(Verdict.class);
        List<String> notes = new ArrayList<>();
        int changed = 0;
        for (EffectCase each : EffectCases.all()) {
            for (int major : majors) {
                Optional<MeasuredEffect> shown = measured.of(each.name(), major);
                if (shown.isEmpty()) {
                    continue;
                }
                changed += shown.equals(EffectCases.table().of(each.name(), major)) ? 0 : 1;
                Comparison comparison = EffectClaim.of(each, major).with(shown.get());
                count.merge(comparison.verdict(), 1, Integer::sum);
                if (comparison.verdict() == Verdict.DISAGREES || comparison.verdict() == Verdict.UNREAD) {
                    notes.add(each.name() + " on " + major + ": " + comparison.text());
                }
            }
        }
        notes.add("the measured table: " + file);
        return new Report(
                EffectCases.all().size() + " cases on PostgreSQL " + majors,
                List.of(
                        figure("claims compared", measured.size(), OptionalDouble.empty()),
                        figure("agreed", count(count, Verdict.AGREES), OptionalDouble.empty()),
                        figure("disagreed", count(count, Verdict.DISAGREES), OptionalDouble.of(0)),
                        figure("not read, nothing claimed", count(count, Verdict.UNREAD), OptionalDouble.empty()),
                        figure("refused by the server", count(count, Verdict.REFUSED), OptionalDouble.empty()),
                        figure("unlike the shipped table", changed, OptionalDouble.of(0))),
                List.of(),
                notes);
    }

    private static int count(Map<Verdict, Integer> count, Verdict verdict) {
        return count.getOrDefault(verdict, 0);
    }

    private static Figure figure(String measure, double value, OptionalDouble limit) {
        return new Figure(measure, "rows", value, Map.of(), limit);
    }
}
