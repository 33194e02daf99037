package dev.migrate.core.measured;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One row of the table: a case on a range of majors that showed the same.
 *
 * @param name of the case
 * @param from the oldest major of the range
 * @param to the newest
 * @param setup statements that were committed before
 * @param before statements of the same transaction before
 * @param sql the statements that were measured
 */
public record Measured(String name, int from, int to, String setup, String before, String sql, Shown shown) {
    private static final int OWN_CELLS = 5;

    /** Refuses null. */
    public Measured {
        Objects.requireNonNull(shown, "shown");
    }

    /** The row as text, cells separated by tabs. */
    public String line() {
        List<String> cells =
                new ArrayList<>(List.of(name, from == to ? "" + from : from + "-" + to, setup, before, sql));
        cells.addAll(shown.cells());
        return String.join("\t", cells);
    }

    static Measured of(String line) {
        List<String> cells = List.of(line.split("\t", -1));
        String[] majors = cells.get(1).split("-", -1);
        return new Measured(
                cells.get(0),
                Integer.parseInt(majors[0]),
                Integer.parseInt(majors[majors.length - 1]),
                cells.get(2),
                cells.get(3),
                cells.get(4),
                Shown.of(cells.subList(OWN_CELLS, cells.size())));
    }
}
