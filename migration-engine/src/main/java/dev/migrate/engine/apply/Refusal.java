package dev.migrate.engine.apply;

import dev.migrate.core.plan.Unit;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.database.SqlFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to say when the server refuses a step for a reason that stays. */
final class Refusal {
    private static final int SHOWN = 300;

    private Refusal() {}

    static UserFailure of(String migration, Optional<Unit.Statement> statement, SqlFailure failure, String effect) {
        List<String> lines = new ArrayList<>();
        statement.ifPresent(one -> {
            lines.add("found:  " + shortened(one.sql()));
            if (one.place().line() > 0) {
                lines.add("        line " + one.place().line() + " of "
                        + one.place().file());
            }
        });
        failure.detail().ifPresent(detail -> lines.add("note:   " + detail.replace("\n", "\n            ")));
        lines.add("effect: " + effect);
        lines.add("fix:    " + fix(failure.state()));
        return new UserFailure(
                failure,
                migration + " failed: " + failure.serverMessage() + " (SQLSTATE " + failure.state() + ")",
                lines.toArray(new String[0]));
    }

    private static String fix(String state) {
        return switch (state) {
            case "42P07", "42701", "42710" ->
                "it is there already, made by other means: remove it, or the step that" + " creates it, and run again";
            case "42P01", "42703", "42704", "3F000" -> "check the name, and that an earlier migration creates it";
            case "42501" -> "connect as the role that owns the object, or grant what is missing, and run again";
            case "23502", "23503", "23505", "23514" -> "correct the rows that violate it, and run again";
            case "25001" -> "write it as sql(…).outsideTransaction().doneWhen(…)";
            case "42601" -> "correct the SQL";
            case "53100" -> "free disk space on the server, and run again";
            default -> "correct the cause, and run again";
        };
    }

    private static String shortened(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + " …";
    }
}
