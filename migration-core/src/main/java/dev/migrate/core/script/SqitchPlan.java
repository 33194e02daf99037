package dev.migrate.core.script;

import dev.migrate.core.script.ScriptName.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Sqitch's plan: one change a line, in order; its scripts are {@code deploy/}, {@code revert/}, {@code verify/<change>.sql}. */
record SqitchPlan(Map<String, Integer> places) {
    /** Copies the map. */
    SqitchPlan {
        places = Map.copyOf(places);
    }

    static SqitchPlan of(String plan) {
        Map<String, Integer> places = new HashMap<>();
        plan.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && "%#@".indexOf(line.charAt(0)) < 0)
                .forEach(line -> places.put(line.split("\\s+", 2)[0], places.size()));
        return new SqitchPlan(places);
    }

    ScriptName name(ScriptFile file) {
        boolean deploys = file.path().startsWith("deploy/");
        return new ScriptName(deploys ? Kind.PLAIN : Kind.UNDO, Optional.empty(), change(file), false);
    }

    /** A change that the plan does not name comes last. */
    int place(ScriptFile file) {
        return places.getOrDefault(change(file), Integer.MAX_VALUE);
    }

    private static String change(ScriptFile file) {
        return file.path().replaceFirst("^deploy/", "").replaceFirst("\\.sql$", "");
    }
}
