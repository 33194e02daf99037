package dev.migrate.core.rule.safety;

import dev.migrate.core.graph.RunOperation;
import dev.migrate.core.message.Messages;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.DdlOperation.DropColumn;
import dev.migrate.core.operation.DdlOperation.DropTable;
import dev.migrate.core.operation.ObjectChange;
import dev.migrate.core.operation.ObjectChange.Verb;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.schema.SchemaObject;
import dev.migrate.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What depends on a thing that a statement drops without CASCADE: while it is there, PostgreSQL refuses. */
final class Dependents {
    private Dependents() {}

    static Optional<Refusal> refusal(RunOperation run, Schema before) {
        DdlOperation operation = run.operation();
        if (operation instanceof DropTable drop && !drop.cascade()) {
            return table(drop, run, before);
        }
        if (operation instanceof DropColumn drop && !drop.cascade()) {
            List<SchemaObject> views = before.viewsOf(drop.table(), drop.column());
            String what =
                    "column " + drop.column() + " of table " + drop.table().name();
            return refused(
                    drop.table() + "." + drop.column(), what, views(views), readNothingElse(views, drop.table()));
        }
        if (operation instanceof ObjectChange drop
                && drop.verb() == Verb.DROP
                && !drop.form().cascade()
                && before.like(drop).isPresent()) {
            return object(drop, run, before);
        }
        return Optional.empty();
    }

    /** Whether each reads the one relation only, so that a column it names can be of no other. */
    static boolean readNothingElse(List<SchemaObject> views, ObjectName table) {
        return views.stream().allMatch(view -> view.form().uses().equals(List.of(table)));
    }

    private static Optional<Refusal> table(DropTable drop, RunOperation run, Schema before) {
        Set<ObjectName> together = together(run);
        List<String> dependents = new ArrayList<>(views(before.using(drop.table()).stream()
                .filter(object -> object.view() && !together.contains(object.name()))
                .toList()));
        before.referencing(drop.table()).stream()
                .filter(other -> !together.contains(other.name()))
                .flatMap(other -> keys(other, drop.table()))
                .forEach(dependents::add);
        return refused(drop.table().toString(), "table " + drop.table().name(), dependents, true);
    }

    private static Stream<String> keys(Table other, ObjectName table) {
        return other.constraints().stream()
                .filter(constraint -> constraint.references(table))
                .map(constraint -> "foreign key " + constraint.name() + " of " + other.name());
    }

    private static Optional<Refusal> object(ObjectChange drop, RunOperation run, Schema before) {
        String what = drop.kind().lower() + " " + drop.object().name();
        return switch (drop.kind()) {
            case VIEW, MATERIALIZED_VIEW -> {
                Set<ObjectName> together = together(run);
                yield refused(
                        drop.object().toString(),
                        what,
                        views(before.using(drop.object()).stream()
                                .filter(object -> object.view() && !together.contains(object.name()))
                                .toList()),
                        true);
            }
            case TYPE, DOMAIN ->
                refused(
                        drop.object().toString(),
                        what.replace("domain ", "type "),
                        before.columnsOfType(drop.object()).stream()
                                .map(use -> "column " + use.table() + "." + use.column())
                                .toList(),
                        true);
            default -> Optional.empty();
        };
    }

    /** What the same statement drops: the things may depend on each other. */
    private static Set<ObjectName> together(RunOperation run) {
        return run.step().operations().stream()
                .flatMap(placed -> placed.operation().subject().stream())
                .collect(Collectors.toSet());
    }

    private static List<String> views(List<SchemaObject> views) {
        return views.stream().map(view -> "view " + view.name()).toList();
    }

    private static Optional<Refusal> refused(String name, String what, List<String> dependents, boolean certain) {
        if (dependents.isEmpty()) {
            return Optional.empty();
        }
        String all = Messages.list(dependents);
        return Optional.of(new Refusal(
                "PostgreSQL does not drop " + name + " while " + all
                        + (dependents.size() == 1 ? " depends on it" : " depend on it"),
                "2BP01: cannot drop " + what + " because other objects depend on it",
                certain,
                "take away " + all + " first, in "
                        + (dependents.size() == 1 ? "a step of its own" : "steps of their own"),
                Optional.empty()));
    }
}
