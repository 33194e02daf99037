package dev.migrate.core.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps of jOOQ's constraints. */
final class Constraints {
    private static final Map<String, String> SUFFIXES = Map.ofEntries(
            Map.entry("onDeleteNoAction", " on delete no action"),
            Map.entry("onDeleteRestrict", " on delete restrict"),
            Map.entry("onDeleteCascade", " on delete cascade"),
            Map.entry("onDeleteSetNull", " on delete set null"),
            Map.entry("onDeleteSetDefault", " on delete set default"),
            Map.entry("onUpdateNoAction", " on update no action"),
            Map.entry("onUpdateRestrict", " on update restrict"),
            Map.entry("onUpdateCascade", " on update cascade"),
            Map.entry("onUpdateSetNull", " on update set null"),
            Map.entry("onUpdateSetDefault", " on update set default"),
            Map.entry("enforced", ""),
            Map.entry("notEnforced", " not enforced"));

    private Constraints() {}

    static JooqPart.Constraint named(Call call) {
        return new JooqPart.Constraint(
                call.count() == 0 ? Optional.empty() : Optional.of(JooqPart.constraint(call.argument(0))),
                Optional.empty());
    }

    static Value call(JooqPart.Constraint constraint, Call call) {
        if (constraint.body().isEmpty()) {
            return begin(constraint.name(), call);
        }
        String suffix = SUFFIXES.get(call.method());
        if (suffix == null) {
            throw call.notUnderstood();
        }
        return new JooqPart.Constraint(
                constraint.name(), constraint.body().map(body -> body.then(suffix, call.methodSpan())));
    }

    /** The first step: what kind of constraint it is. */
    static Value begin(Optional<Traced> name, Call call) {
        List<Argument> all = call.spread(0);
        return switch (call.method()) {
            case "primaryKey" -> keyed(name, call.word("primary key "), all);
            case "unique" -> keyed(name, call.word("unique "), all);
            case "check" ->
                complete(
                        name,
                        call.word("check ")
                                .then(DslFunctions.conditions(call.require(1))
                                        .sql()
                                        .enclosed()));
            case "foreignKey" -> new References(name, call.word("foreign key ").then(JooqPart.columns(all)));
            default -> throw call.notUnderstood();
        };
    }

    private static JooqPart.Constraint keyed(Optional<Traced> name, Traced words, List<Argument> columns) {
        return complete(name, words.then(JooqPart.columns(columns)));
    }

    private static JooqPart.Constraint complete(Optional<Traced> name, Traced body) {
        return new JooqPart.Constraint(name, Optional.of(body));
    }

    /** A foreign key that does not say yet what it references. */
    private record References(Optional<Traced> name, Traced key) implements Value.Receiver {
        @Override
        public Value call(Call call) {
            if (!call.method().equals("references")) {
                throw call.notUnderstood();
            }
            Traced target = key.then(call.word(" references ")).then(JooqPart.table(call.argument(0)));
            List<Argument> columns = call.spread(1);
            return complete(
                    name,
                    columns.isEmpty() ? target : target.then(" ", Span.NONE).then(JooqPart.columns(columns)));
        }
    }
}
