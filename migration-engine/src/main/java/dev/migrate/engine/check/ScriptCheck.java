package dev.migrate.engine.check;

import dev.migrate.core.finding.Verdict;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.rule.JudgeOptions;
import dev.migrate.core.script.ScriptFile;
import dev.migrate.core.script.ScriptHistory;
import dev.migrate.core.script.ScriptJudge;
import dev.migrate.core.script.ScriptOptions;
import dev.migrate.core.source.SourceResolver;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.check.CheckResult.LocatedFinding;
import dev.migrate.engine.event.Event;
import dev.migrate.engine.event.Events;
import dev.migrate.engine.output.Words;
import dev.migrate.engine.script.JavaSources;
import dev.migrate.engine.script.ScriptFolder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/** Judges folders of SQL files and Java migrations, each as a history of its own. Needs no project, and touches no database. */
final class ScriptCheck {
    private static final int FILES_BETWEEN_EVENTS = 250;

    private final Settings settings;
    private final Events events;
    private final OptionalInt onlyVersion;
    private final Optional<StartSchema> start;

    ScriptCheck(Settings settings, Events events, Optional<StartSchema> start) {
        this.settings = settings;
        this.events = events;
        this.onlyVersion = JudgedVersion.of(settings);
        this.start = start;
    }

    /**
     * Checks all of {@link Setting#LOCATIONS}.
     *
     * @throws UserFailure if one of them, or a file, cannot be read
     */
    CheckResult run(ProjectFiles project) {
        List<LocatedFinding> findings = new ArrayList<>();
        List<CheckResult.Silenced> suppressed = new ArrayList<>();
        List<Migration> migrations = new ArrayList<>();
        Map<String, ScriptFolder> folders = new LinkedHashMap<>();
        settings.list(Setting.LOCATIONS).forEach(location -> folders.put(location, ScriptFolder.of(location, project)));
        SourceResolver sources = JavaSources.of(List.copyOf(folders.values()), project);
        for (Map.Entry<String, ScriptFolder> folder : folders.entrySet()) {
            String location = folder.getKey();
            ScriptHistory history = history(location, folder.getValue(), sources);
            migrations.addAll(history.migrations());
            Verdict verdict = judge(history);
            verdict.findings().forEach(finding -> findings.add(new LocatedFinding(finding, location)));
            verdict.suppressed()
                    .forEach(one -> suppressed.add(new CheckResult.Silenced(
                            new LocatedFinding(one.finding(), location), one.why(), one.because())));
        }
        return Selection.of(settings)
                .of(
                        new CheckResult(
                                migrations.size(), findings, suppressed, Optional.empty(), project.baseDirectory()),
                        migrations);
    }

    private ScriptHistory history(String location, ScriptFolder folder, SourceResolver sources) {
        List<ScriptFile> files = folder.files();
        folder.warnings().forEach(warning -> events.accept(new Event.Warning(warning)));
        events.accept(new Event.Stage("check", Words.count(files.size(), "file") + " of " + location));
        AtomicInteger done = new AtomicInteger();
        long start = System.nanoTime();
        ScriptHistory history = ScriptHistory.of(files, sources, options(location), file -> {
            if (done.incrementAndGet() % FILES_BETWEEN_EVENTS == 0) {
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                events.accept(new Event.Batch(location, done.get(), files.size(), took));
            }
        });
        history.notes().forEach(note -> events.accept(new Event.Note(note)));
        if (history.migrations().isEmpty()
                && history.findings().isEmpty()
                && history.notes().isEmpty()) {
            onlyHelpers(location, folder);
        }
        if (!history.baselineFound()) {
            throw noSuchBaseline(location);
        }
        return history;
    }

    /** Classes without a migration among them are of use beside other locations alone. */
    private void onlyHelpers(String location, ScriptFolder folder) {
        if (settings.list(Setting.LOCATIONS).size() == 1) {
            throw folder.nothing();
        }
        events.accept(
                new Event.Note("no migration in " + location + "; its classes are there for those of other locations"));
    }

    private ScriptOptions options(String location) {
        return new ScriptOptions(
                location,
                onlyVersion,
                settings.text(Setting.BASELINE_VERSION),
                settings.placeholders(),
                start.map(StartSchema::home));
    }

    private Verdict judge(ScriptHistory history) {
        JudgeOptions options = StartSchema.options(start);
        return ScriptJudge.judge(history, onlyVersion.isPresent() ? options.upTo(onlyVersion.getAsInt()) : options);
    }

    private UserFailure noSuchBaseline(String location) {
        return new UserFailure(
                location + " has no " + settings.require(Setting.BASELINE_VERSION),
                "found:  " + settings.source(Setting.BASELINE_VERSION),
                "needed: a version such as 7 or 2.1, or the name of one of the files");
    }
}
