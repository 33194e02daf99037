package dev.migrate.core.measured;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What servers of all versions showed for each case, with one line for the versions that showed the same.
 *
 * @param effects by the case's name, then by major version
 */
public record EffectTable(Map<String, SortedMap<Integer, MeasuredEffect>> effects) {
    private static final String HEADER = "case\tversions\trefused\ttables\tindexes\tothers\tnew files\tscans\tnotices";

    /** The effect of a case on a version, if it was measured. */
    public Optional<MeasuredEffect> of(String name, int majorVersion) {
        return Optional.ofNullable(effects.getOrDefault(name, new TreeMap<>()).get(majorVersion));
    }

    /** The number of cases and versions that were measured. */
    public int size() {
        return effects.values().stream().mapToInt(Map::size).sum();
    }

    /** Its text: the same for the same effects. */
    public String text() {
        StringBuilder text = new StringBuilder(
                        "# Measured by benchmarks/run effects: change effect-cases.txt, not this\n")
                .append(HEADER)
                .append('\n');
        effects.forEach((name, versions) -> byEffect(versions)
                .forEach((effect, majors) -> text.append(name)
                        .append('\t')
                        .append(majors.stream().map(String::valueOf).collect(Collectors.joining(" ")))
                        .append('\t')
                        .append(effect.text())
                        .append('\n')));
        return text.toString();
    }

    /** Reads what {@link #text()} gives. */
    public static EffectTable parse(String text) {
        Map<String, SortedMap<Integer, MeasuredEffect>> effects = new LinkedHashMap<>();
        text.lines().filter(line -> !line.startsWith("#")).skip(1).forEach(line -> {
            List<String> columns = Arrays.asList(line.split("\t", -1));
            MeasuredEffect effect = MeasuredEffect.parse(columns.subList(2, columns.size()));
            for (String major : columns.get(1).split(" ", -1)) {
                effects.computeIfAbsent(columns.get(0), name -> new TreeMap<>()).put(Integer.valueOf(major), effect);
            }
        });
        return new EffectTable(effects);
    }

    private static Map<MeasuredEffect, List<Integer>> byEffect(SortedMap<Integer, MeasuredEffect> versions) {
        Map<MeasuredEffect, List<Integer>> majors = new LinkedHashMap<>();
        versions.forEach((major, effect) ->
                majors.computeIfAbsent(effect, same -> new ArrayList<>()).add(major));
        return majors;
    }
}
