package dev.migrate.core.script;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.source.SourceFolders;
import dev.migrate.core.source.SourceResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The files of a folder as one history: files of SQL, and classes that execute statements themselves.
 *
 * @param migrations in the order in which they run
 * @param findings about names and comments: versions that are there twice, files that their tool passes over,
 *     acceptances that are none
 * @param notes what is not judged, and why, a line each
 * @param baselineFound whether the version or name of the baseline separates some of the files from others; true without one
 */
public record ScriptHistory(
        List<Migration> migrations, List<Finding> findings, List<String> notes, boolean baselineFound) {
    /** Copies the lists. */
    public ScriptHistory {
        migrations = List.copyOf(migrations);
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /**
     * Reads the files of a folder, in any order.
     *
     * @param files files of SQL and, where they are there, the {@code .conf} files beside them and Sqitch's plan
     * @param progress is told each file that is read
     */
    public static ScriptHistory of(List<ScriptFile> files, ScriptOptions options, Consumer<ScriptFile> progress) {
        return of(files, SourceFolders.of(none -> Optional.empty()), options, progress);
    }

    /**
     * Reads the files of a folder, in any order.
     *
     * @param files files of SQL, sources of Java and, where they are there, the {@code .conf} files beside them and
     *     Sqitch's plan
     * @param sources where the classes come from that those sources use
     * @param progress is told each file that is read
     */
    public static ScriptHistory of(
            List<ScriptFile> files, SourceResolver sources, ScriptOptions options, Consumer<ScriptFile> progress) {
        JavaScripts java = JavaScripts.of(files, options, sources);
        ScriptOrder order = ScriptOrder.of(java.runnable(files), options);
        Reading reading = Reading.of(order, java, options, progress);
        if (options.home().isEmpty() && MixedNames.in(reading.migrations())) {
            ScriptOptions atHome = options.at(ScriptOptions.PUBLIC);
            reading = Reading.of(order, JavaScripts.of(files, atHome, sources), atHome, ignored -> {});
        }
        List<Finding> findings = new ArrayList<>(ScriptNameFindings.of(order));
        findings.addAll(java.findings());
        findings.addAll(reading.findings());
        order.entries().stream()
                .map(ScriptOrder.Entry::file)
                .filter(file -> !file.unread().isEmpty())
                .forEach(file -> findings.add(Unread.file(file)));
        List<String> notes = new ArrayList<>(order.notes());
        if (!reading.unknown().isEmpty()) {
            notes.add(valueless(reading.unknown()));
        }
        return new ScriptHistory(reading.migrations(), findings, notes, order.baselineFound());
    }

    /** What the files say, in their order. */
    private record Reading(List<Migration> migrations, List<Finding> findings, Set<String> unknown) {
        static Reading of(ScriptOrder order, JavaScripts java, ScriptOptions options, Consumer<ScriptFile> progress) {
            Reading reading = new Reading(new ArrayList<>(), new ArrayList<>(), new TreeSet<>());
            for (ScriptOrder.Entry entry : order.entries()) {
                java.migration(entry, options)
                        .ifPresentOrElse(reading.migrations::add, () -> reading.sql(entry, options));
                progress.accept(entry.file());
            }
            return reading;
        }

        private void sql(ScriptOrder.Entry entry, ScriptOptions options) {
            ScriptReader reader = new ScriptReader(entry.file(), options);
            migrations.addAll(reader.migrations(entry.name(), entry.outside(), entry.folded()));
            unknown.addAll(reader.placeholders().unknown());
            findings.addAll(reader.findings());
        }
    }

    private static String valueless(Set<String> names) {
        String first = names.iterator().next();
        return "no value for ${" + String.join("}, ${", names) + "}: read as "
                + (names.size() == 1 ? "a name" : "names") + "; -Dmigrate.placeholders." + first + "=… gives one";
    }
}
