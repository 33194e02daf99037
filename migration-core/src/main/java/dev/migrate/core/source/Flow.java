package dev.migrate.core.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far the body of a method, or of a loop in it, has come. */
final class Flow {
    private final List<Value> results = new ArrayList<>();
    private Optional<Value> yielded = Optional.empty();
    private boolean mayReturn;
    private boolean mayBreak;

    /** How a statement ends. */
    enum Kind {
        /** The next one follows. */
        NORMAL,
        /** The method ends. */
        RETURN,
        /** A loop or a switch ends. */
        BREAK,
        /** The next round of a loop follows. */
        CONTINUE,
        /** The value of a switch is there. */
        YIELD,
        /** An exception is thrown. */
        THROW
    }

    /** The end of a statement, and the label that it names. */
    record End(Kind kind, Optional<String> label) {
        static final End NORMAL = new End(Kind.NORMAL, Optional.empty());
        static final End THROW = new End(Kind.THROW, Optional.empty());

        boolean normal() {
            return kind == Kind.NORMAL;
        }

        /** Whether it ends a loop with the given labels, and no loop around that. */
        boolean isOf(List<String> labels) {
            return label.isEmpty() || labels.contains(label.get());
        }
    }

    void returns(Value value) {
        results.add(value);
    }

    void yields(Value value) {
        yielded = Optional.of(value);
    }

    Value yielded(Span span) {
        Value value = yielded.orElseThrow(() -> new NotUnderstood("the switch gives nothing", span));
        yielded = Optional.empty();
        return value;
    }

    /** Notes that a branch left, of which it is not known whether it runs. */
    void mayLeave(Kind kind) {
        mayReturn |= kind == Kind.RETURN;
        mayBreak |= kind == Kind.BREAK;
    }

    boolean mayReturn() {
        return mayReturn;
    }

    boolean mayBreak() {
        return mayBreak;
    }

    void loopEnds() {
        mayBreak = false;
    }

    /** What the method gives. */
    Value result(Span span) {
        if (results.isEmpty()) {
            return new Value.Nothing();
        }
        Value first = results.get(0);
        return results.stream().allMatch(other -> Branches.same(first, other))
                ? first
                : new Value.Unknown("a condition decides what it is", span);
    }
}
