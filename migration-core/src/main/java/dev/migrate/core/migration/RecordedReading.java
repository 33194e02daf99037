package dev.migrate.core.migration;

import dev.migrate.api.Hazard;
import dev.migrate.core.recipe.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads what the recorder on the project's side of the class loaders' border handed out
 * ({@code dev.migrate.api.internal.recorder.Recorder} documents the form).
 */
public final class RecordedReading {
    private final SqlOperations sql;

    /** Reads SQL texts with the given reader. */
    public RecordedReading(SqlOperations sql) {
        this.sql = sql;
    }

    /** Reads SQL text into operations whose places are the given line. */
    @FunctionalInterface
    public interface SqlOperations {
        /** The operations of a text, in order; what cannot be read is opaque. */
        List<PlacedOperation> read(String text, Place place);
    }

    /**
     * Reads one migration.
     *
     * @param recorded one map of the recorder's output
     * @throws IllegalArgumentException if the map is of a newer form
     */
    public Migration read(Map<String, Object> recorded) {
        String className = (String) recorded.get("class");
        String simpleName = (String) recorded.get("name");
        if (className == null || simpleName == null || !Integer.valueOf(1).equals(recorded.get("format"))) {
            throw new IllegalArgumentException("recorded form " + recorded.get("format") + " is not known");
        }
        String file = className.replace('.', '/').replaceAll("\\$.*", "") + ".java";
        List<Kind> kinds = new ArrayList<>();
        boolean risky = false;
        for (Object kind : list(recorded, "kinds")) {
            if (kind.equals("risky")) {
                risky = true;
            } else {
                kinds.add(Kind.valueOf(String.valueOf(kind).toUpperCase(java.util.Locale.ROOT)));
            }
        }
        if (risky && kinds.isEmpty()) {
            kinds.add(Kind.RISKY);
        }
        return new Migration(
                className,
                simpleName,
                text(recorded, "app"),
                recorded.get("postgres") instanceof Integer major ? OptionalInt.of(major) : OptionalInt.empty(),
                text(recorded, "release"),
                Boolean.TRUE.equals(recorded.get("closed")),
                kinds,
                text(recorded, "interface").map(shape -> Shape.valueOf(shape.toUpperCase(java.util.Locale.ROOT))),
                risky,
                Boolean.TRUE.equals(recorded.get("window")),
                maps(recorded, "accepts").stream()
                        .map(accept -> new Acceptance(
                                Hazard.valueOf(required(accept, "hazard")),
                                required(accept, "on"),
                                required(accept, "because"),
                                Place.line(file, 0)))
                        .toList(),
                text(recorded, "of"),
                text(recorded, "irreversible"),
                list(recorded, "dependsOn").stream().map(String::valueOf).toList(),
                steps(recorded, "up", file),
                recorded.containsKey("down") ? Optional.of(steps(recorded, "down", file)) : Optional.empty(),
                steps(recorded, "atContract", file),
                maps(recorded, "checks").stream()
                        .map(check -> new Check(
                                required(check, "form").equals("noRows") ? Check.Form.NO_ROWS : Check.Form.HOLDS,
                                required(check, "query"),
                                place(check, file)))
                        .toList(),
                Place.line(file, 0));
    }

    private List<Step> steps(Map<String, Object> recorded, String key, String file) {
        List<Step> steps = new ArrayList<>();
        for (Map<String, Object> step : maps(recorded, key)) {
            steps.add(step(step, place(step, file)));
        }
        return steps;
    }

    private Step step(Map<String, Object> step, Place place) {
        if (required(step, "form").equals("recipe")) {
            @SuppressWarnings("unchecked")
            Map<String, Object> arguments = (Map<String, Object>) step.get("arguments");
            return new Step.RecipeUse(
                    Recipe.of(required(step, "recipe"), arguments == null ? Map.of() : arguments), place);
        }
        String text = required(step, "sql");
        return new Step.Statement(
                Optional.of(text),
                sql.read(text, place),
                text(step, "down"),
                text(step, "doneWhen"),
                list(step, "lost").stream().map(String::valueOf).toList(),
                place);
    }

    private static Place place(Map<String, Object> step, String file) {
        return Place.line(file, step.get("line") instanceof Integer line ? line : 0);
    }

    private static Optional<String> text(Map<String, Object> map, String key) {
        return Optional.ofNullable(map.get(key)).map(String::valueOf);
    }

    private static String required(Map<String, Object> map, String key) {
        return text(map, key).orElseThrow(() -> new IllegalArgumentException("recorded form lacks " + key));
    }

    private static List<?> list(Map<String, Object> map, String key) {
        return map.get(key) instanceof List<?> list ? list : List.of();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Map<String, Object> map, String key) {
        return (List<Map<String, Object>>) (List<?>) list(map, key);
    }
}
