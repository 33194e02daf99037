package dev.migrate.engine.check;

import dev.migrate.core.migration.Acceptance;
import dev.migrate.core.migration.Check;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.sql.SqlTokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What annotations and {@code verify} say, in both readings. What the compiler could not resolve (a constant of another
 * class) says nothing. What a package says is not compared: it is no part of the class.
 */
final class DeclarationWords {
    private final List<String> read = new ArrayList<>();
    private final List<String> recorded = new ArrayList<>();

    private DeclarationWords() {}

    /** Each difference: what the compiler read, and what the class has. */
    static DeclarationWords of(Migration source, Migration compiled) {
        DeclarationWords words = new DeclarationWords();
        words.compare("annotations", annotations(source), annotations(compiled));
        words.compare("accepted", accepted(source), known(source, accepted(compiled)));
        source.of()
                .ifPresent(of -> words.compare("@Contract of", of, compiled.of().orElse("nothing")));
        words.compare(
                "@Irreversible",
                source.irreversible().isPresent(),
                compiled.irreversible().isPresent());
        if (!compiled.dependsOn().containsAll(source.dependsOn())) {
            words.compare("dependsOn", sorted(source.dependsOn()), sorted(compiled.dependsOn()));
        }
        if (source.checks().size() == compiled.checks().size()) {
            words.compare("verify", checks(source), checks(compiled));
        }
        return words;
    }

    boolean agree() {
        return read.isEmpty();
    }

    String read() {
        return String.join("; ", read);
    }

    String recorded() {
        return String.join("; ", recorded);
    }

    private void compare(String what, Object ofSource, Object ofClass) {
        if (!ofSource.equals(ofClass)) {
            read.add(what + " " + ofSource);
            recorded.add(what + " " + ofClass);
        }
    }

    private static String annotations(Migration migration) {
        TreeSet<String> words = new TreeSet<>();
        migration.kinds().forEach(kind -> words.add(kind.annotation()));
        if (migration.risky()) {
            words.add("@Risky");
        }
        return String.join(" ", words) + (migration.maintenanceWindow() ? " in a maintenance window" : "");
    }

    private static List<String> accepted(Migration migration) {
        return migration.accepted().stream()
                .map(DeclarationWords::words)
                .sorted()
                .toList();
    }

    private static String words(Acceptance acceptance) {
        return acceptance.hazard() + " on " + acceptance.on();
    }

    /** A constant that could not be resolved is blank in the source's reading: then nothing can be said. */
    private static List<String> known(Migration source, List<String> compiled) {
        boolean unresolved = source.accepted().stream().anyMatch(one -> one.on().isEmpty());
        return unresolved ? accepted(source) : compiled;
    }

    private static String checks(Migration migration) {
        return migration.checks().stream().map(DeclarationWords::words).collect(Collectors.joining(", "));
    }

    private static String words(Check check) {
        return check.form() + " " + String.join(" ", SqlTokens.normalise(check.query()));
    }

    private static Collection<String> sorted(List<String> names) {
        return new TreeSet<>(names);
    }
}
