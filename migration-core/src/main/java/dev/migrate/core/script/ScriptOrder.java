package dev.migrate.core.script;

import dev.migrate.core.message.Messages;
import dev.migrate.core.script.ScriptName.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which files run, in which order: those with a version by that version, as Flyway compares them; then those without one
 * by their paths; then repeatable ones by their descriptions. Where Sqitch's plan is among the files, it decides.
 */
record ScriptOrder(List<Entry> entries, List<String> notes, boolean baselineFound) {
    private static final String PLAN = "sqitch.plan";
    private static final Pattern OUTSIDE = Pattern.compile("(?im)^\\s*executeInTransaction\\s*=\\s*false\\s*$");
    private static final Comparator<Entry> ORDER = Comparator.comparing((Entry entry) -> rank(entry.name()))
            .thenComparing(
                    entry -> entry.name().version(),
                    Comparator.comparing(
                            version -> version.orElse(null), Comparator.nullsLast(Comparator.naturalOrder())))
            .thenComparing(entry ->
                    entry.name().kind() == Kind.REPEATABLE ? entry.name().description() : "")
            .thenComparing(entry -> entry.file().path());

    /** Copies the lists. */
    ScriptOrder {
        entries = List.copyOf(entries);
        notes = List.copyOf(notes);
    }

    /**
     * A file that runs.
     *
     * @param outside whether a file beside it says that it runs without a transaction
     * @param folded whether the running release has what it does already
     */
    record Entry(ScriptFile file, ScriptName name, boolean outside, boolean folded) {
        Entry asFolded() {
            return new Entry(file, name, outside, true);
        }
    }

    static ScriptOrder of(List<ScriptFile> files, ScriptOptions options) {
        Map<String, String> beside = files.stream()
                .filter(file -> !isSql(file))
                .collect(Collectors.toMap(ScriptFile::path, ScriptFile::text, (first, second) -> first));
        Optional<SqitchPlan> plan = Optional.ofNullable(beside.get(PLAN)).map(SqitchPlan::of);
        List<Entry> runnable = new ArrayList<>();
        Map<Kind, List<String>> left = new EnumMap<>(Kind.class);
        for (ScriptFile file : files) {
            if (isSql(file)) {
                Entry entry = entry(file, plan, beside);
                if (isLeftOut(entry.name().kind())) {
                    left.computeIfAbsent(entry.name().kind(), none -> new ArrayList<>())
                            .add(file.path());
                } else {
                    runnable.add(entry);
                }
            }
        }
        List<Entry> started = withoutBaselines(runnable, left);
        started.sort(plan.<Comparator<Entry>>map(sqitch -> Comparator.comparingInt(entry -> sqitch.place(entry.file())))
                .orElse(ORDER));
        List<Entry> folded = folded(started, options);
        boolean found = options.baselineVersion().isEmpty()
                || ScriptVersion.parse(options.baselineVersion().get()).isPresent()
                || folded.stream().anyMatch(Entry::folded)
                || folded.isEmpty();
        return new ScriptOrder(folded, notes(left), found);
    }

    /** Whether the file is SQL; the others only say how those run. */
    static boolean isSql(ScriptFile file) {
        String name = file.fileName().toLowerCase(Locale.ROOT);
        return !name.endsWith(".conf") && !name.equals(PLAN);
    }

    private static Entry entry(ScriptFile file, Optional<SqitchPlan> plan, Map<String, String> beside) {
        ScriptName name = plan.map(sqitch -> sqitch.name(file)).orElseGet(() -> ScriptName.of(file));
        String settings = beside.getOrDefault(file.path() + ".conf", "");
        return new Entry(file, name, OUTSIDE.matcher(settings).find(), false);
    }

    private static int rank(ScriptName name) {
        return switch (name.kind()) {
            case REPEATABLE -> 2;
            case PLAIN -> 1;
            case MALFORMED -> name.version().isPresent() ? 0 : 1;
            default -> 0;
        };
    }

    private static boolean isLeftOut(Kind kind) {
        return kind == Kind.UNDO || kind == Kind.CALLBACK;
    }

    /** A baseline stands for the versions up to its own; where those are there, they are what is judged. */
    private static List<Entry> withoutBaselines(List<Entry> entries, Map<Kind, List<String>> left) {
        Optional<Entry> first = entries.stream()
                .filter(entry -> entry.name().kind() == Kind.VERSIONED)
                .min(ORDER);
        Optional<Entry> newest = entries.stream()
                .filter(entry -> entry.name().kind() == Kind.BASELINE)
                .filter(entry -> first.isEmpty() || isBefore(entry, first.get()))
                .max(ORDER);
        List<Entry> kept = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.name().kind() != Kind.BASELINE) {
                kept.add(entry);
            } else if (newest.filter(entry::equals).isPresent()) {
                kept.add(first.isPresent() ? entry.asFolded() : entry);
            } else {
                left.computeIfAbsent(Kind.BASELINE, none -> new ArrayList<>())
                        .add(entry.file().path());
            }
        }
        return kept;
    }

    private static boolean isBefore(Entry baseline, Entry versioned) {
        return baseline.name()
                        .version()
                        .orElseThrow()
                        .compareTo(versioned.name().version().orElseThrow())
                < 0;
    }

    private static List<Entry> folded(List<Entry> sorted, ScriptOptions options) {
        if (options.baselineVersion().isEmpty()) {
            return sorted;
        }
        String baseline = options.baselineVersion().get();
        int named = indexOfName(sorted, baseline);
        Optional<ScriptVersion> version = named >= 0 ? Optional.empty() : ScriptVersion.parse(baseline);
        List<Entry> result = new ArrayList<>(sorted.size());
        for (int at = 0; at < sorted.size(); at++) {
            Entry entry = sorted.get(at);
            boolean before = at <= named
                    || (version.isPresent()
                            && entry.name().kind() != Kind.REPEATABLE
                            && entry.name()
                                    .version()
                                    .filter(own -> own.compareTo(version.get()) <= 0)
                                    .isPresent());
            result.add(before ? entry.asFolded() : entry);
        }
        return result;
    }

    private static int indexOfName(List<Entry> sorted, String baseline) {
        Set<String> names = new HashSet<>(List.of(baseline, baseline + ".sql", baseline + "/migration.sql"));
        for (int at = 0; at < sorted.size(); at++) {
            ScriptFile file = sorted.get(at).file();
            if (names.contains(file.path()) || names.contains(file.fileName())) {
                return at;
            }
        }
        return -1;
    }

    private static List<String> notes(Map<Kind, List<String>> left) {
        List<String> notes = new ArrayList<>();
        left.forEach((kind, paths) -> notes.add("not judged: "
                + Messages.list(paths.stream().sorted().toList()) + ", " + because(kind, paths.size() == 1)));
        return notes;
    }

    private static String because(Kind kind, boolean one) {
        return switch (kind) {
            case UNDO -> one ? "a way back" : "ways back";
            case BASELINE ->
                one ? "which stands for versions that are there" : "which stand for versions that are there";
            default -> one ? "a callback of Flyway" : "callbacks of Flyway";
        };
    }
}
