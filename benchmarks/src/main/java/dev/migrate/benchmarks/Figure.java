package dev.migrate.benchmarks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One measured quantity.
 *
 * @param measure what was measured
 * @param unit its unit
 * @param ours our value
 * @param peers the peers' values by their names, in the order to show
 * @param limit what ours must not exceed, if anything was promised
 */
public record Figure(String measure, String unit, double ours, Map<String, Double> peers, OptionalDouble limit) {
    /** Copies the map. */
    public Figure {
        peers = Collections.unmodifiableMap(new LinkedHashMap<>(peers));
    }

    /** Whether ours exceeds the limit; what is not a number does. */
    public boolean missed() {
        return limit.isPresent() && !(ours <= limit.getAsDouble());
    }

    /** {@code ok}, {@code missed}, or nothing where there is no limit. */
    public String verdict() {
        return limit.isEmpty() ? "" : missed() ? "missed" : "ok";
    }
}
