package dev.migrate.benchmarks.verdicts;

import dev.migrate.benchmarks.Benchmark;
import dev.migrate.benchmarks.Figure;
import dev.migrate.benchmarks.Report;
import dev.migrate.core.measured.Measured;
import dev.migrate.core.measured.MeasuredTable;
import dev.migrate.core.measured.MeasuredVerdict;
import dev.migrate.core.rule.JudgeOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;

/** Errors and warnings about blocking beside what servers of all versions showed: found, missed, false alarms. */
public final class VerdictsBenchmark implements Benchmark {
    @Override
    public String name() {
        return "verdicts";
    }

    @Override
    public String measures() {
        return "what blocks on PostgreSQL " + JudgeOptions.OLDEST_KNOWN + " to " + JudgeOptions.NEWEST_KNOWN
                + ": found, missed, false alarms";
    }

    /** Quick: the newest version only. */
    @Override
    public Report run(boolean quick, Path folder, Consumer<String> progress) throws Exception {
        Squawk squawk = Squawk.installedIn(folder, progress);
        List<Figure> figures = new ArrayList<>();
        List<String> notes = new ArrayList<>(squawk.notes());
        int first = quick ? JudgeOptions.NEWEST_KNOWN : JudgeOptions.OLDEST_KNOWN;
        for (int major = first; major <= JudgeOptions.NEWEST_KNOWN; major++) {
            progress.accept("PostgreSQL " + major);
            judge(major, squawk, figures, notes);
        }
        notes.add("blocking: a new heap file, a scan of the heap or an index build on a table that was there before,"
                + " under SHARE or stronger; refused and unread statements are left out");
        return new Report("Verdicts on the measured statements", figures, List.of(), notes);
    }

    private static void judge(int major, Squawk squawk, List<Figure> figures, List<String> notes) throws Exception {
        Map<MeasuredVerdict, Integer> ours = new EnumMap<>(MeasuredVerdict.class);
        Map<MeasuredVerdict, Integer> theirs = new EnumMap<>(MeasuredVerdict.class);
        List<Measured> compared = new ArrayList<>();
        for (Measured each : MeasuredTable.shipped().rows()) {
            if (major < each.from() || major > each.to()) {
                continue;
            }
            MeasuredVerdict verdict = MeasuredVerdict.of(each, major);
            ours.merge(verdict, 1, Integer::sum);
            if (verdict == MeasuredVerdict.MISSED || verdict == MeasuredVerdict.FALSE_ALARM) {
                notes.add(verdict + " on " + major + ": " + each.name());
            }
            if (verdict != MeasuredVerdict.REFUSED && verdict != MeasuredVerdict.UNREAD) {
                compared.add(each);
            }
        }
        Set<String> flagged = new HashSet<>(squawk.flagged(compared, major));
        for (Measured each : compared) {
            boolean blocks = MeasuredVerdict.blocks(each);
            theirs.merge(outcome(blocks, flagged.contains(each.name())), 1, Integer::sum);
        }
        for (MeasuredVerdict outcome :
                List.of(MeasuredVerdict.FOUND, MeasuredVerdict.MISSED, MeasuredVerdict.FALSE_ALARM)) {
            OptionalDouble limit = outcome == MeasuredVerdict.FOUND ? OptionalDouble.empty() : OptionalDouble.of(0);
            Map<String, Double> peers =
                    squawk.present() ? Map.of("squawk", (double) theirs.getOrDefault(outcome, 0)) : Map.of();
            figures.add(new Figure(
                    words(outcome) + " on " + major, "statements", ours.getOrDefault(outcome, 0), peers, limit));
        }
    }

    private static MeasuredVerdict outcome(boolean blocks, boolean flagged) {
        if (blocks) {
            return flagged ? MeasuredVerdict.FOUND : MeasuredVerdict.MISSED;
        }
        return flagged ? MeasuredVerdict.FALSE_ALARM : MeasuredVerdict.SILENT;
    }

    private static String words(MeasuredVerdict verdict) {
        return verdict.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
