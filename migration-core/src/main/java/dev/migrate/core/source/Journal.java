package dev.migrate.core.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sets variables, and can take back what was set, so that both branches of a condition begin with the same values. */
final class Journal {
    private record Change(Variable variable, Value before) {}

    private final List<Change> changes = new ArrayList<>();
    private int open;

    void set(Variable variable, Value value) {
        if (open > 0) {
            changes.add(new Change(variable, variable.value()));
        }
        variable.replace(value);
    }

    /** Begins a branch. */
    int mark() {
        open++;
        return changes.size();
    }

    /** Ends the branch: takes back what was set since the mark and gives what it had come to. */
    Map<Variable, Value> takeBack(int mark) {
        open--;
        Map<Variable, Value> reached = new LinkedHashMap<>();
        for (int index = changes.size() - 1; index >= mark; index--) {
            Change change = changes.remove(index);
            reached.putIfAbsent(change.variable(), change.variable().value());
            change.variable().replace(change.before());
        }
        return reached;
    }
}
