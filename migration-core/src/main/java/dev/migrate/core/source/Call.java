package dev.migrate.core.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A call of a method whose arguments are read.
 *
 * @param methodSpan of the method's name
 * @param span of the whole expression, the receiver with it
 */
record Call(String method, Span methodSpan, List<Argument> arguments, Span span) {
    /** Copies the list. */
    Call {
        arguments = List.copyOf(arguments);
    }

    int count() {
        return arguments.size();
    }

    Argument argument(int index) {
        if (index >= arguments.size()) {
            throw notUnderstood();
        }
        return arguments.get(index);
    }

    /** The arguments from an index on, with arrays and lists spread out. */
    List<Argument> spread(int from) {
        List<Argument> all = new ArrayList<>();
        for (Argument argument : arguments.subList(Math.min(from, count()), count())) {
            if (Sequence.is(argument.value())) {
                Sequence.elements(argument)
                        .forEach(element -> all.add(element.known().now()));
            } else {
                all.add(argument);
            }
        }
        return all;
    }

    /** The same call for who takes its arguments as they are now, and all of them known. */
    Call settled() {
        return with(arguments.stream()
                .map(argument -> argument.known().now().known())
                .toList());
    }

    Call with(List<Argument> others) {
        return new Call(method, methodSpan, others, span);
    }

    /** The same call by another name. */
    Call named(String other) {
        return new Call(other, methodSpan, arguments, span);
    }

    /** A key word that stands in the statement because this method was called. */
    Traced word(String sql) {
        return Traced.of(sql, methodSpan);
    }

    NotUnderstood notUnderstood() {
        return new NotUnderstood("the call of " + method + " is not understood", methodSpan);
    }

    Call require(int count) {
        if (arguments.size() != count) {
            throw notUnderstood();
        }
        return this;
    }
}
