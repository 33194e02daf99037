package dev.migrate.core.script;

import dev.migrate.api.Hazard.Category;
import dev.migrate.core.finding.Finding;
import dev.migrate.core.finding.Finding.Certainty;
import dev.migrate.core.finding.Finding.Level;
import dev.migrate.core.finding.Finding.Line;
import dev.migrate.core.migration.Place;
import dev.migrate.core.script.ScriptName.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is wrong with the names of a folder's files. */
final class ScriptNameFindings {
    /** Two files of one version; the name of the page. */
    static final String DUPLICATE_VERSION = "DuplicateVersion";
    /** A file that its tool passes over; the name of the page. */
    static final String MALFORMED_FILE_NAME = "MalformedFileName";

    private final List<Finding> findings = new ArrayList<>();

    private ScriptNameFindings() {}

    static List<Finding> of(ScriptOrder order) {
        ScriptNameFindings names = new ScriptNameFindings();
        names.duplicates(order.entries());
        order.entries().stream()
                .filter(entry -> entry.name().kind() == Kind.MALFORMED)
                .forEach(entry -> names.findings.add(names.malformed(entry)));
        return names.findings;
    }

    private void duplicates(List<ScriptOrder.Entry> entries) {
        Map<Object, ScriptOrder.Entry> seen = new HashMap<>();
        for (ScriptOrder.Entry entry : entries) {
            identity(entry.name()).ifPresent(identity -> {
                ScriptOrder.Entry first = seen.putIfAbsent(identity, entry);
                if (first != null) {
                    findings.add(duplicate(entry, first));
                }
            });
        }
    }

    /** What may be there once only: a version, and for Flyway the description of what is repeatable. */
    private static Optional<Object> identity(ScriptName name) {
        return switch (name.kind()) {
            case VERSIONED -> name.version().map(ScriptVersion::parts);
            case REPEATABLE -> Optional.of(name.description());
            default -> Optional.empty();
        };
    }

    private Finding duplicate(ScriptOrder.Entry entry, ScriptOrder.Entry first) {
        ScriptName name = entry.name();
        String what = name.version().map(version -> "version " + version).orElse("description " + name.description());
        return finding(
                DUPLICATE_VERSION,
                name.flyway() ? Level.ERROR : Level.WARNING,
                entry.file(),
                entry.file().path() + " has the " + what + " of " + first.file().path(),
                List.of(
                        new Line(
                                "effect",
                                name.flyway()
                                        ? "Flyway refuses to run any of the files"
                                        : "their names alone decide which comes first, and some tools refuse both"),
                        new Line("fix", "rename the one that is not applied anywhere")));
    }

    private Finding malformed(ScriptOrder.Entry entry) {
        ScriptName name = entry.name();
        String kind = name.version().isPresent() ? "V" + name.version().get() : "R";
        return finding(
                MALFORMED_FILE_NAME,
                Level.WARNING,
                entry.file(),
                entry.file().path() + " is not named as Flyway needs it",
                List.of(
                        new Line(
                                "effect", "Flyway passes the file over without a word; it is judged here all the same"),
                        new Line(
                                "needed",
                                kind + "__<description>" + (entry.file().isJava() ? "" : ".sql")
                                        + ", with two underscores and a capital letter first")));
    }

    private Finding finding(String rule, Level level, ScriptFile file, String headline, List<Line> lines) {
        return new Finding(
                rule,
                level,
                Certainty.WILL,
                Category.ORDER,
                Place.of(file.shown(), "", 0, 0),
                file.path(),
                file.path(),
                headline,
                lines);
    }
}
