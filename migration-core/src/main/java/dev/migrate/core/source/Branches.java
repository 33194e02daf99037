package dev.migrate.core.source;

import com.github.javaparser.ast.expr.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Code of which it is not known whether it runs. Each branch is read from the same values; afterwards a variable is known
 * only where all branches agree.
 */
final class Branches {
    private final Run run;
    private final Evaluator evaluator;

    Branches(Run run, Evaluator evaluator) {
        this.run = run;
        this.evaluator = evaluator;
    }

    /** Reads all branches; one that throws ends the migration, so that what follows does not come from it. */
    Flow.End undecided(String reason, List<Supplier<Flow.End>> branches, Flow flow) {
        Optional<String> before = run.sink().doubt();
        List<Map<Variable, Value>> reached = new ArrayList<>();
        List<Flow.End> ends = new ArrayList<>();
        for (Supplier<Flow.End> branch : branches) {
            run.sink().doubt(Optional.of(before.orElse(reason)));
            int mark = run.journal().mark();
            Flow.End end = Flow.End.THROW;
            Map<Variable, Value> values;
            try {
                end = branch.get();
            } finally {
                values = run.journal().takeBack(mark);
            }
            if (end.kind() != Flow.Kind.THROW) {
                reached.add(values);
                ends.add(end);
            }
        }
        run.sink().doubt(before);
        merge(reached, reason);
        return end(ends, reason, flow);
    }

    private Flow.End end(List<Flow.End> ends, String reason, Flow flow) {
        if (ends.isEmpty()) {
            return Flow.End.THROW;
        }
        Flow.End first = ends.get(0);
        if (ends.stream().allMatch(first::equals)) {
            return first;
        }
        ends.forEach(end -> flow.mayLeave(end.kind()));
        if (run.sink().doubt().isEmpty()) {
            run.sink()
                    .doubt(Optional.of(
                            reason.replace("by a statement that is not followed", "by a statement before it")));
        }
        return ends.stream().anyMatch(Flow.End::normal) ? Flow.End.NORMAL : last(ends);
    }

    private static Flow.End last(List<Flow.End> ends) {
        return ends.stream()
                .filter(end -> end.kind() == Flow.Kind.CONTINUE)
                .findFirst()
                .orElse(ends.get(ends.size() - 1));
    }

    private void merge(List<Map<Variable, Value>> reached, String reason) {
        Map<Variable, Value> all = new LinkedHashMap<>();
        reached.forEach(all::putAll);
        for (Map.Entry<Variable, Value> entry : all.entrySet()) {
            Variable variable = entry.getKey();
            Value value = entry.getValue();
            boolean agreed =
                    reached.stream().allMatch(branch -> same(value, branch.getOrDefault(variable, variable.value())));
            run.journal().set(variable, agreed ? value : new Value.Unknown(reason, Span.NONE));
        }
    }

    /** Runs what may not happen at all. */
    void maybe(String reason, Runnable code) {
        undecided(
                reason,
                List.of(
                        () -> {
                            code.run();
                            return Flow.End.NORMAL;
                        },
                        () -> Flow.End.NORMAL),
                new Flow());
    }

    /** One of several expressions: known only if all give the same. */
    Value choice(List<Expression> expressions, Frame frame, Span span) {
        List<Value> values = new ArrayList<>();
        List<Supplier<Flow.End>> branches = new ArrayList<>();
        for (Expression expression : expressions) {
            branches.add(() -> {
                values.add(evaluator.lenient(expression, frame).value());
                return Flow.End.NORMAL;
            });
        }
        undecided("whether it runs is decided by a condition", branches, new Flow());
        Value first = values.get(0);
        if (first instanceof Value.Unknown || values.stream().anyMatch(value -> !same(first, value))) {
            throw new NotUnderstood("a condition decides what it is", span);
        }
        return first;
    }

    /** Whether two values are the same for whoever uses them. */
    static boolean same(Value one, Value other) {
        if (one == other) {
            return true;
        }
        if (one instanceof Value.Text first && other instanceof Value.Text second) {
            return first.traced().text().equals(second.traced().text());
        }
        if (one instanceof JooqSql first && other instanceof JooqSql second) {
            return first.sql().text().equals(second.sql().text())
                    && first.type().equals(second.type());
        }
        if (one instanceof Instance first && other instanceof Instance second) {
            return first.same(second);
        }
        boolean plain = one instanceof Value.Constant
                || one instanceof Value.Null
                || one instanceof Value.Nothing
                || one instanceof Database
                || one instanceof Names.Symbol;
        return plain && one.equals(other);
    }
}
