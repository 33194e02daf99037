package dev.migrate.core.script;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Shape;
import dev.migrate.core.migration.Step;
import dev.migrate.core.source.JavaMigrationReader;
import dev.migrate.core.source.SourceReading.Caller;
import dev.migrate.core.source.SourceReading.Script;
import dev.migrate.core.source.SourceReading.Scripts;
import dev.migrate.core.source.SourceResolver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The classes of a folder that execute statements themselves, as Java migrations of Flyway's do. A class that no tool
 * calls is one of them by a name of Flyway's form, or, where nothing in the folder has such a name, if its objects execute
 * something; what only has static methods is a helper of others.
 *
 * @param scripts by the files that stand for them
 */
record JavaScripts(Map<ScriptFile, Script> scripts, List<Finding> findings) {
    /** Copies the list. */
    JavaScripts {
        scripts = new LinkedHashMap<>(scripts);
        findings = List.copyOf(findings);
    }

    /**
     * Reads the files that are Java.
     *
     * @param sources where helpers and constants of other files come from
     */
    static JavaScripts of(List<ScriptFile> files, ScriptOptions options, SourceResolver sources) {
        JavaMigrationReader reader = options.home()
                .map(home -> new JavaMigrationReader(sources, home))
                .orElseGet(() -> new JavaMigrationReader(sources));
        Map<ScriptFile, Script> found = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (ScriptFile file : files) {
            if (file.isJava() && file.unread().isEmpty()) {
                Scripts read = reader.readScripts(file.shown(), file.text());
                read.scripts().forEach(script -> found.put(file.of(script.simpleName()), script));
                read.unread()
                        .ifPresent(unread -> findings.add(Unread.finding(
                                unread.place(),
                                file.path(),
                                "not read: " + file.path() + " (" + unread.reason() + ")")));
            }
        }
        boolean named = files.stream().anyMatch(file -> !file.isJava() && isNamed(file))
                || found.entrySet().stream().anyMatch(JavaScripts::isCertain);
        found.entrySet().removeIf(entry -> !(named ? isCertain(entry) : isLikely(entry)));
        return new JavaScripts(found, findings);
    }

    private static boolean isCertain(Map.Entry<ScriptFile, Script> entry) {
        return entry.getValue().caller() == Caller.TOOL || isNamed(entry.getKey());
    }

    private static boolean isLikely(Map.Entry<ScriptFile, Script> entry) {
        return entry.getValue().caller() == Caller.OWNER;
    }

    private static boolean isNamed(ScriptFile file) {
        ScriptName name = ScriptName.of(file);
        return name.flyway() && name.kind() != ScriptName.Kind.CALLBACK && name.kind() != ScriptName.Kind.MALFORMED;
    }

    /** The files in the place of which a class of theirs runs, and all that are no Java. */
    List<ScriptFile> runnable(List<ScriptFile> files) {
        List<ScriptFile> runnable = new ArrayList<>();
        files.stream()
                .filter(file -> !file.isJava() || !file.unread().isEmpty())
                .forEach(runnable::add);
        runnable.addAll(scripts.keySet());
        return runnable;
    }

    /** The class that a file stands for, as a migration; empty for a file of SQL. */
    Optional<Migration> migration(ScriptOrder.Entry entry, ScriptOptions options) {
        return Optional.ofNullable(scripts.get(entry.file())).map(script -> migration(script, entry, options));
    }

    private static Migration migration(Script script, ScriptOrder.Entry entry, ScriptOptions options) {
        boolean without = entry.outside() || script.outside();
        return new Migration(
                options.location() + "/" + entry.file().path(),
                entry.file().path(),
                Optional.of(options.location()),
                options.postgres(),
                Optional.empty(),
                entry.folded(),
                List.of(),
                Optional.of(Shape.SQL),
                false,
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                steps(script.steps(), without),
                Optional.empty(),
                List.of(),
                List.of(),
                script.place());
    }

    /** As files of SQL say it: what runs outside a transaction has an empty {@code doneWhen}. */
    private static List<Step> steps(List<Step> steps, boolean without) {
        return without ? steps.stream().map(JavaScripts::outside).toList() : steps;
    }

    private static Step outside(Step step) {
        return step instanceof Step.Statement statement
                ? new Step.Statement(
                        statement.sql(),
                        statement.operations(),
                        statement.inverse(),
                        Optional.of(""),
                        statement.lost(),
                        statement.place())
                : step;
    }
}
