package dev.migrate.engine.apply;

import dev.migrate.engine.Result;
import dev.migrate.engine.check.CheckResult;
import java.util.List;
import java.util.Map;

/** An apply that its first stage stopped: the rules found errors, and the database was not touched. */
record RefusedResult(CheckResult check) implements Result {
    @Override
    public String headline() {
        return "nothing was applied: " + check.headline();
    }

    @Override
    public String text() {
        return check.text() + "\nnothing was applied";
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = check.json();
        json.put("runs", List.of());
        return json;
    }

    @Override
    public boolean failed() {
        return true;
    }
}
