package dev.migrate.core.rule.order;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.OrderRule;
import java.util.List;
import java.util.stream.Stream;

/** Flags a {@code because} that says nothing; at its text. */
final class BlankReason implements MigrationRule {
    /** A file accepts in comments. */
    @Override
    public boolean judgesSql() {
        return true;
    }

    @Override
    public List<Finding> check(Migration migration, MigrationGraph graph) {
        Stream<Finding> accepted = migration.accepted().stream()
                .filter(acceptance -> saysNothing(acceptance.because()))
                .map(acceptance -> Draft.of(
                                OrderRule.BLANK_REASON,
                                migration,
                                acceptance.becausePlace(),
                                "the acceptance of " + acceptance.hazard() + " on " + acceptance.on()
                                        + " has no reason")
                        .effect("whoever reviews or applies " + migration.simpleName()
                                + " cannot tell why the hazard is acceptable")
                        .fix(
                                acceptance.place().file().endsWith(".sql")
                                        ? "say behind the colon what makes it acceptable here"
                                        : "say in because what makes it acceptable here")
                        .finding());
        Stream<Finding> irreversible = migration.irreversible().stream()
                .filter(BlankReason::saysNothing)
                .map(because -> Draft.of(
                                OrderRule.BLANK_REASON,
                                migration,
                                migration.placeOf("Irreversible", "because"),
                                "@Irreversible on " + migration.simpleName() + " has no reason")
                        .effect("whoever has to roll back cannot tell why there is no way")
                        .fix("say in because what is lost and cannot come back")
                        .finding());
        return Stream.concat(accepted, irreversible).toList();
    }

    /** Without a letter or digit: also the placeholder in the text that a message gives to paste. */
    private static boolean saysNothing(String because) {
        return because.codePoints().noneMatch(Character::isLetterOrDigit);
    }
}
