package dev.migrate.engine.check;

import dev.migrate.api.Hazard.Category;
import dev.migrate.core.finding.Finding;
import dev.migrate.core.finding.Finding.Certainty;
import dev.migrate.core.finding.Finding.Level;
import dev.migrate.core.finding.Finding.Line;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Place;
import dev.migrate.core.migration.PlacedOperation;
import dev.migrate.core.migration.Step;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.recipe.Recipe;
import dev.migrate.core.sql.SqlTokens;
import dev.migrate.engine.output.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compares what the compiler read with what the compiled class recorded: the rules judged the one at compile time, and
 * {@code apply} runs the other. What the compiler could not read says nothing and is passed over.
 */
final class ReadingsComparison {
    /** The finding's name and the name of its page. */
    static final String READINGS_DIFFER = "ReadingsDiffer";

    private ReadingsComparison() {}

    /** Every difference: of what a class declares, and step by step of what it does. */
    static List<Finding> findings(List<Migration> recorded, Map<String, Migration> ofSources) {
        return recorded.stream()
                .flatMap(migration -> Optional.ofNullable(ofSources.get(migration.className())).stream()
                        .flatMap(source -> differences(source, migration)))
                .toList();
    }

    private static Stream<Finding> differences(Migration source, Migration recorded) {
        return Stream.of(
                        declared(source, recorded),
                        steps("up", recorded, source.up(), recorded.up()),
                        steps(
                                "down",
                                recorded,
                                source.down().orElse(List.of()),
                                recorded.down().orElse(List.of())),
                        steps("atContract", recorded, source.atContract(), recorded.atContract()))
                .flatMap(List::stream);
    }

    private static List<Finding> declared(Migration source, Migration recorded) {
        DeclarationWords words = DeclarationWords.of(source, recorded);
        return words.agree()
                ? List.of()
                : List.of(finding(
                        recorded,
                        recorded.place(),
                        "the compiled " + recorded.simpleName() + " declares something else than the compiler judged",
                        words.read(),
                        words.recorded()));
    }

    /** What stands behind a step that could not be read is some other number of steps: only those before it are compared. */
    private static List<Finding> steps(String method, Migration migration, List<Step> read, List<Step> recorded) {
        boolean sameNumber = read.size() == recorded.size();
        if (!sameNumber && read.stream().noneMatch(ReadingsComparison::opaque)) {
            return List.of(differs(
                    method,
                    migration,
                    migration.place(),
                    Words.count(read.size(), "step"),
                    Words.count(recorded.size(), "step")));
        }
        int comparable = sameNumber ? read.size() : Math.min(firstOpaque(read), recorded.size());
        return IntStream.range(0, comparable)
                .filter(at -> !agree(read.get(at), recorded.get(at)))
                .mapToObj(at -> differs(
                        method, migration, recorded.get(at).place(), words(read.get(at)), words(recorded.get(at))))
                .toList();
    }

    private static int firstOpaque(List<Step> read) {
        return (int) read.stream().takeWhile(step -> !opaque(step)).count();
    }

    private static boolean agree(Step read, Step recorded) {
        if (opaque(read) || opaque(recorded)) {
            return true;
        }
        if (read instanceof Step.RecipeUse first && recorded instanceof Step.RecipeUse second) {
            return first.recipe().name().equals(second.recipe().name())
                    && first.recipe().arguments().equals(second.recipe().arguments());
        }
        return read instanceof Step.Statement first
                && recorded instanceof Step.Statement second
                && agree(first, second);
    }

    /** Raw SQL by its tokens; of jOOQ's statements the compiler knows the operations alone. */
    private static boolean agree(Step.Statement read, Step.Statement recorded) {
        boolean sameOptions =
                read.doneWhen().equals(recorded.doneWhen()) && read.inverse().equals(recorded.inverse());
        return sameOptions
                && read.sql()
                        .map(text -> SqlTokens.normalise(text)
                                .equals(SqlTokens.normalise(recorded.sql().orElse(""))))
                        .orElseGet(() -> operations(read).equals(operations(recorded)));
    }

    private static List<DdlOperation> operations(Step step) {
        return step.operations().stream().map(PlacedOperation::operation).toList();
    }

    /** Raw SQL that is not understood is read all the same: its text is there. */
    private static boolean opaque(Step step) {
        boolean textIsKnown =
                step instanceof Step.Statement statement && statement.sql().isPresent();
        return !textIsKnown && operations(step).stream().anyMatch(DdlOperation.Opaque.class::isInstance);
    }

    private static String words(Step step) {
        if (step instanceof Step.RecipeUse use) {
            Recipe recipe = use.recipe();
            return recipe.name() + "(" + String.join(", ", recipe.arguments()) + ")";
        }
        Step.Statement statement = (Step.Statement) step;
        return statement
                .sql()
                .map(Words::oneLine)
                .orElseGet(() -> String.join(
                        "; ", operations(step).stream().map(Object::toString).toList()));
    }

    private static Finding differs(String method, Migration migration, Place place, String read, String recorded) {
        return finding(
                migration,
                place,
                "the compiled " + migration.simpleName() + "." + method
                        + " does something else than the compiler judged",
                read,
                recorded);
    }

    private static Finding finding(Migration migration, Place place, String headline, String read, String recorded) {
        return new Finding(
                READINGS_DIFFER,
                Level.ERROR,
                Certainty.WILL,
                Category.LINT,
                place,
                migration.simpleName(),
                migration.simpleName(),
                headline,
                List.of(
                        new Line("effect", "what apply would run is not what the compiler passed as safe"),
                        new Line("found", "judged:   " + read + "\ncompiled: " + recorded),
                        new Line("fix", "mvn clean compile, with the migration-processor of this version"),
                        new Line("note", "if it stays, this tool is at fault: please report it with the source")));
    }
}
