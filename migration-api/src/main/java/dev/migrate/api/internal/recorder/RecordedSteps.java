package dev.migrate.api.internal.recorder;

import dev.migrate.api.Narrowing;
import dev.migrate.api.Paired;
import dev.migrate.api.Recipe;
import dev.migrate.api.RiskySteps;
import dev.migrate.api.SqlStep;
import dev.migrate.api.Widening;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DDLQuery;
import org.jooq.Param;

/** Records what a migration adds; the form is that of {@link Recorder}. */
record RecordedSteps(Class<?> type, List<Map<String, Object>> steps, List<Map<String, Object>> contractSteps)
        implements RiskySteps {

    @Override
    public void add(DDLQuery statement) {
        Map<String, Object> step = step("ddl");
        step.put("sql", JooqText.render(statement));
        step.put("lost", JooqText.lost(statement));
        steps.add(step);
    }

    @Override
    public void add(Widening recipe) {
        steps.add(recipe("widening", recipe));
    }

    @Override
    public void add(Narrowing recipe) {
        steps.add(recipe("narrowing", recipe));
    }

    @Override
    public void add(Paired recipe) {
        steps.add(recipe("paired", recipe));
    }

    @Override
    public void add(SqlStep statement) {
        steps.add(sql(statement));
    }

    @Override
    public void atContract(SqlStep statement) {
        contractSteps.add(sql(statement));
    }

    private Map<String, Object> sql(SqlStep statement) {
        Map<String, Object> step = step("sql");
        step.put("sql", statement.text());
        statement.inverse().ifPresent(down -> step.put("down", down));
        statement.doneQuery().ifPresent(query -> step.put("doneWhen", query));
        return step;
    }

    private Map<String, Object> recipe(String manner, Recipe recipe) {
        Map<String, Object> step = step("recipe");
        step.put("recipe", recipe.name());
        step.put("manner", manner);
        Map<String, Object> arguments = new LinkedHashMap<>();
        recipe.arguments()
                .forEach((name, value) ->
                        arguments.put(name, value instanceof Param<?> literal ? JooqText.render(literal) : value));
        step.put("arguments", arguments);
        return step;
    }

    private Map<String, Object> step(String form) {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("form", form);
        step.put("line", Recorder.callerLine(type));
        return step;
    }
}
