package dev.migrate.core.rule;

import dev.migrate.api.Hazard;
import dev.migrate.core.migration.Kind;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.operation.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Java to paste, in the API as it is. */
public final class JavaText {
    private static final Map<String, String> JOOQ_TYPES = Map.ofEntries(
            Map.entry("smallint", "SMALLINT"),
            Map.entry("integer", "INTEGER"),
            Map.entry("bigint", "BIGINT"),
            Map.entry("boolean", "BOOLEAN"),
            Map.entry("text", "CLOB"),
            Map.entry("character varying", "VARCHAR"),
            Map.entry("numeric", "NUMERIC"),
            Map.entry("real", "REAL"),
            Map.entry("double precision", "DOUBLE"),
            Map.entry("date", "DATE"),
            Map.entry("timestamp without time zone", "TIMESTAMP"),
            Map.entry("timestamp with time zone", "TIMESTAMPWITHTIMEZONE"),
            Map.entry("uuid", "UUID"),
            Map.entry("jsonb", "JSONB"));

    private JavaText() {}

    /** A string literal. */
    public static String literal(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                        .replace("\r", "\\r")
                + '"';
    }

    /** {@code steps.add(sql("…"));}. */
    public static String addSql(String statement) {
        return "steps.add(" + sql(statement) + ");";
    }

    /** {@code steps.atContract(sql("…"));}. */
    public static String atContract(String statement) {
        return "steps.atContract(" + sql(statement) + ");";
    }

    /** {@code sql("…")}. */
    public static String sql(String statement) {
        return "sql(" + literal(statement) + ")";
    }

    /** Literals in a row, as arguments. */
    public static String literals(Iterable<String> texts) {
        StringBuilder list = new StringBuilder();
        for (String text : texts) {
            list.append(list.isEmpty() ? "" : ", ").append(literal(text));
        }
        return list.toString();
    }

    /** The constant of jOOQ's {@code SQLDataType} with its arguments; empty for a type that has none. */
    public static Optional<String> jooqType(DataType type) {
        if (type.dimensions() > 0) {
            return Optional.empty();
        }
        String arguments = type.modifiers().isEmpty()
                ? ""
                : type.modifiers().toString().replace("[", "(").replace("]", ")");
        return Optional.ofNullable(JOOQ_TYPES.get(type.name())).map(constant -> constant + arguments);
    }

    /** The acceptance of a hazard on an object, with its reason to be written. */
    public static String accept(Hazard hazard, String on) {
        return "@Accept(value = Hazard." + hazard.name() + ", on = " + literal(on) + ", because = \"…\")";
    }

    /** The acceptances of hazards on an object, and where they go in that migration: a line of text each. */
    public static String[] risky(Migration migration, List<Hazard> hazards, String on) {
        boolean window = hazards.stream().anyMatch(Hazard::dangerous) && !migration.maintenanceWindow();
        List<String> lines = new ArrayList<>();
        if (migration.risky()) {
            lines.add("in @Risky of " + migration.simpleName() + (window ? ", with maintenanceWindow = true:" : ":"));
            hazards.forEach(hazard -> lines.add(accept(hazard, on)));
            return lines.toArray(String[]::new);
        }
        boolean expand = migration.kinds().contains(Kind.EXPAND);
        lines.add((expand ? "beside @Expand" : "in place of " + kind(migration)) + ", on a RiskyMigration:");
        lines.addAll(
                annotation(hazards.stream().map(hazard -> accept(hazard, on)).toList(), window));
        return lines.toArray(String[]::new);
    }

    private static String kind(Migration migration) {
        return migration.kind().orElse(Kind.SAFE).annotation();
    }

    private static List<String> annotation(List<String> accepts, boolean window) {
        String name = window ? "@Risky(value = " : "@Risky(";
        String end = window ? ", maintenanceWindow = true)" : ")";
        if (accepts.size() == 1) {
            return List.of(name + accepts.get(0) + end);
        }
        List<String> lines = new ArrayList<>(List.of(name + "{"));
        for (int at = 0; at < accepts.size(); at++) {
            lines.add("    " + accepts.get(at) + (at + 1 < accepts.size() ? "," : ""));
        }
        lines.add("}" + end);
        return lines;
    }
}
