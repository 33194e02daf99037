package dev.migrate.core.rule.order;

import dev.migrate.core.rule.AcceptanceRule;
import dev.migrate.core.rule.GraphRule;
import dev.migrate.core.rule.Rule;
import java.util.List;

/** The rules that cannot be accepted, in the order of {@link dev.migrate.core.rule.OrderRule}. */
public final class OrderRules {
    private static final List<Rule> ALL = List.of(
            new MalformedName(),
            new DuplicateNumber(),
            new OutsideMigrations(),
            new WrongAnnotations(),
            new WrongInterface(),
            new ContractWithoutExpand(),
            new ContractBeforeExpand(),
            new SecondContract(),
            new ContractInSameRelease(),
            new ExpandDeclaresNothing(),
            new PairedOutsideExpand(),
            new MissingWayBack(),
            new BlankReason(),
            new NeedsMaintenanceWindow(),
            new UnusedAcceptance(),
            new DependencyCycle(),
            new NeedsOutsideTransaction(),
            new LostByJooq(),
            new LiteralSchema(),
            new SeveralStatements());

    private OrderRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return ALL;
    }

    /** Those over the graph. */
    public static List<GraphRule> graph() {
        return ALL.stream()
                .filter(GraphRule.class::isInstance)
                .map(GraphRule.class::cast)
                .toList();
    }

    /** Those over an acceptance. */
    public static List<AcceptanceRule> acceptance() {
        return ALL.stream()
                .filter(AcceptanceRule.class::isInstance)
                .map(AcceptanceRule.class::cast)
                .toList();
    }
}
