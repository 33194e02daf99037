package dev.migrate.core.rule.order;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Kind;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.rule.Draft;
import dev.migrate.core.rule.OrderRule;
import java.util.List;
import java.util.Optional;

/** Flags a contract that names no expand of its app; at what it names, because that is what is put right. */
final class ContractWithoutExpand implements MigrationRule {
    @Override
    public List<Finding> check(Migration migration, MigrationGraph graph) {
        if (!migration.kinds().contains(Kind.CONTRACT) || namesExpandOfItsApp(migration, graph)) {
            return List.of();
        }
        String named = simpleName(migration.of().orElse("nothing"));
        return List.of(Draft.of(
                        OrderRule.CONTRACT_WITHOUT_EXPAND,
                        migration,
                        migration.placeOf("Contract", "of"),
                        migration.simpleName() + " is the contract of " + named + ", which is no @Expand"
                                + elsewhere(migration, graph))
                .effect("there is nothing that it could run")
                .needed("an earlier migration with @Expand that declares what " + migration.simpleName() + " removes")
                .found(found(migration, graph))
                .fix(fix(migration, graph))
                .finding());
    }

    private static boolean namesExpandOfItsApp(Migration contract, MigrationGraph graph) {
        return graph.expandOf(contract)
                .filter(expand -> expand.app().equals(contract.app()))
                .isPresent();
    }

    private static String elsewhere(Migration contract, MigrationGraph graph) {
        return graph.expandOf(contract).isPresent() ? " of its app" : "";
    }

    private static String found(Migration contract, MigrationGraph graph) {
        Optional<Migration> named = graph.namedBy(contract);
        if (named.isEmpty()) {
            return simpleName(contract.of().orElse("nothing")) + " is not among the migrations";
        }
        if (!named.get().app().equals(contract.app())) {
            return named.get().simpleName() + " belongs to app "
                    + named.get().app().orElse("(none)");
        }
        return named.get().simpleName() + " carries "
                + named.get().kind().map(Kind::annotation).orElse("no single kind");
    }

    private static String fix(Migration contract, MigrationGraph graph) {
        return nearest(contract, graph)
                .map(expand -> "@Contract(of = " + expand + ".class)")
                .orElse("delete " + contract.simpleName() + " until an @Expand declares what it is to remove");
    }

    /** The last open expand before it: the likeliest one that was meant. */
    private static Optional<String> nearest(Migration contract, MigrationGraph graph) {
        return contract.app().map(graph::migrations).orElse(List.of()).stream()
                .filter(other -> other.kinds().contains(Kind.EXPAND))
                .filter(other -> MigrationGraph.before(other, contract))
                .filter(other -> graph.contractsOf(other).isEmpty())
                .reduce((one, other) -> other)
                .map(Migration::simpleName);
    }

    private static String simpleName(String className) {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }
}
