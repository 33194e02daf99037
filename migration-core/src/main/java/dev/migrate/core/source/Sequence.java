package dev.migrate.core.source;

import java.util.ArrayList;
import java.util.List;

/** A list, a set or an array that can be changed. */
final class Sequence implements Value.Opaque {
    private final Variable content;
    private final boolean unordered;

    Sequence(List<Argument> items) {
        this(items, false);
    }

    private Sequence(List<Argument> items, boolean unordered) {
        this.content = new Variable(new Value.Items(items));
        this.unordered = unordered;
    }

    /** A set whose order the JDK does not define. */
    static Sequence unordered(List<Argument> items) {
        return new Sequence(items, true);
    }

    Variable content() {
        return content;
    }

    /** The elements as they are now, or why they are not known. */
    Value now() {
        return content.value();
    }

    boolean isUnordered() {
        return unordered && now() instanceof Value.Items items && items.items().size() > 1;
    }

    void add(int at, List<Argument> more, Journal journal) {
        if (now() instanceof Value.Items items) {
            List<Argument> all = new ArrayList<>(items.items());
            all.addAll(Math.min(at, all.size()), more);
            journal.set(content, new Value.Items(all));
        }
    }

    /** The elements of an array, a list or a stream. */
    static List<Argument> elements(Argument argument) {
        if (argument.value() instanceof Sequence sequence && sequence.isUnordered()) {
            throw new NotUnderstood("the order of the set is not defined", argument.span());
        }
        Value value = argument.value() instanceof Sequence sequence ? sequence.now() : argument.value();
        if (value instanceof Value.Items items) {
            return items.items();
        }
        throw value instanceof Value.Unknown unknown
                ? new NotUnderstood(unknown.reason(), argument.span())
                : new NotUnderstood("the elements are not known", argument.span());
    }

    static boolean is(Value value) {
        return value instanceof Sequence || value instanceof Value.Items;
    }
}
