package dev.migrate.engine.project;

import dev.migrate.engine.MigrateException.UserFailure;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares the classes with the index of the annotation processor: a safety tool has to notice that it did not run. */
final class IndexComparison {
    private static final int SHOWN = 10;

    private IndexComparison() {}

    /**
     * Refuses classes without an entry and entries without a class.
     *
     * @throws UserFailure if there is one
     */
    static void refuseDifferences(Set<String> indexed, Set<String> migrations) {
        TreeSet<String> unchecked = new TreeSet<>(migrations);
        unchecked.removeAll(indexed);
        if (!unchecked.isEmpty()) {
            throw new UserFailure(
                    indexed.isEmpty()
                            ? "the annotation processor did not run: no migration has an index entry"
                            : "the annotation processor did not run on " + some(unchecked),
                    "effect: nobody checked " + (indexed.isEmpty() ? some(unchecked) : "them") + " for safety",
                    "fix:    configure it in maven-compiler-plugin, and compile again:",
                    "        <annotationProcessorPaths><path>",
                    "          <groupId>dev.migrate</groupId>",
                    "          <artifactId>migration-processor</artifactId>",
                    "          <version>${migrate.version}</version>",
                    "        </path></annotationProcessorPaths>",
                    "note:   on the class path alone it is not enough: recent JDKs run no processor from there");
        }
        TreeSet<String> stale = new TreeSet<>(indexed);
        stale.removeAll(migrations);
        if (!stale.isEmpty()) {
            throw new UserFailure(
                    "the index names " + some(stale) + ", and there is no such compiled migration",
                    "fix:    mvn clean compile");
        }
    }

    private static String some(Set<String> names) {
        String listed = names.stream()
                .limit(SHOWN)
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .collect(Collectors.joining(", "));
        return names.size() <= SHOWN ? listed : listed + " and " + (names.size() - SHOWN) + " others";
    }
}
