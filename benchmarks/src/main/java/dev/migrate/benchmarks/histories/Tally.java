package dev.migrate.benchmarks.histories;

import java.util.ArrayList;
import java.util.List;

/** What was counted while a history ran. */
final class Tally {
    private int statements;
    private int refused;
    private int found;
    private final List<String> missed = new ArrayList<>();
    private final List<String> falseAlarms = new ArrayList<>();

    void refused() {
        statements++;
        refused++;
    }

    /** Counts a statement that ran. */
    void ran(boolean blocks, boolean flagged, String where) {
        statements++;
        if (blocks && flagged) {
            found++;
        } else if (blocks) {
            missed.add(where);
        } else if (flagged) {
            falseAlarms.add(where);
        }
    }

    int statements() {
        return statements;
    }

    int refusedCount() {
        return refused;
    }

    int found() {
        return found;
    }

    List<String> missed() {
        return missed;
    }

    List<String> falseAlarms() {
        return falseAlarms;
    }
}
