package dev.migrate.core.source;

import com.github.javaparser.ast.Node;
import dev.migrate.core.migration.Check;
import dev.migrate.core.migration.PlacedOperation;
import dev.migrate.core.migration.Step;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.recipe.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the steps of one method go. */
final class Sink {
    private final SourceText text;
    private final SqlPlaces sql;
    private final List<Step> steps = new ArrayList<>();
    private final List<Step> contractSteps = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<Node> code = new ArrayList<>();
    private final boolean executes;
    private Optional<String> doubt = Optional.empty();

    /** Where the steps go that a method of a migration is handed. */
    Sink(SourceText text, SqlPlaces sql) {
        this(text, sql, false);
    }

    /**
     * Where statements go.
     *
     * @param executes whether the code that is read executes them itself
     */
    Sink(SourceText text, SqlPlaces sql, boolean executes) {
        this.text = text;
        this.sql = sql;
        this.executes = executes;
    }

    boolean executes() {
        return executes;
    }

    /** Why it is not known whether what is read now runs. */
    Optional<String> doubt() {
        return doubt;
    }

    void doubt(Optional<String> reason) {
        doubt = reason;
    }

    List<Step> steps() {
        return steps;
    }

    List<Step> contractSteps() {
        return contractSteps;
    }

    List<Check> checks() {
        return checks;
    }

    /** The Java code of the row functions. */
    List<Node> code() {
        return code;
    }

    void opaque(String reason, Span span, boolean atContract) {
        PlacedOperation operation = new PlacedOperation(new DdlOperation.Opaque(reason), text.place(span));
        Step step = new Step.Statement(
                Optional.empty(), List.of(operation), Optional.empty(), Optional.empty(), List.of(), text.place(span));
        (atContract ? contractSteps : steps).add(step);
    }

    /** The steps or the verification, as the method that is read sees them. */
    record Handle(Sink sink) implements Value.Receiver {
        @Override
        public Value call(Call call) {
            switch (call.method()) {
                case "add" -> sink.add(call, false);
                case "atContract" -> sink.add(call, true);
                case "noRows" -> sink.check(call, Check.Form.NO_ROWS);
                case "holds" -> sink.check(call, Check.Form.HOLDS);
                default -> throw call.notUnderstood();
            }
            return new Value.Nothing();
        }
    }

    private void add(Call call, boolean atContract) {
        Argument argument = call.require(1).argument(0);
        Step step = step(argument, call);
        undecided(call.span(), atContract);
        (atContract ? contractSteps : steps).add(step);
    }

    /** A migration that describes its steps describes the same each time: one that may be missing is told. */
    private void undecided(Span span, boolean atContract) {
        if (!executes) {
            doubt.ifPresent(reason -> opaque(reason, span, atContract));
        }
    }

    /** A statement of jOOQ's is executed. */
    void execute(JooqStatement statement, Call call) {
        List<PlacedOperation> operations = sql.operations(statement.sql(), call.methodSpan());
        undecided(call.span(), false);
        steps.add(new Step.Statement(
                statement.raw(),
                operations,
                Optional.empty(),
                Optional.empty(),
                statement.lost(),
                text.place(call.span())));
    }

    /** SQL is executed. */
    void executeSql(Traced statement, Call call) {
        undecided(call.span(), false);
        steps.add(new Step.Statement(
                Optional.of(statement.text()),
                sql.operations(statement, call.span()),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                text.place(call.span())));
    }

    private Step step(Argument argument, Call call) {
        if (argument.value() instanceof JooqStatement statement) {
            return new Step.Statement(
                    Optional.empty(),
                    sql.operations(statement.sql(), argument.span()),
                    Optional.empty(),
                    Optional.empty(),
                    statement.lost(),
                    text.place(call.span()));
        }
        if (argument.value() instanceof SqlStepValue statement) {
            return new Step.Statement(
                    Optional.of(statement.text().text()),
                    sql.operations(statement.text(), argument.span()),
                    statement.down(),
                    statement.doneWhen(),
                    List.of(),
                    text.place(call.span()));
        }
        if (argument.value() instanceof RecipeValue recipe) {
            code.addAll(recipe.code());
            return new Step.RecipeUse(recipe(recipe, argument), text.place(recipe.token()));
        }
        throw new NotUnderstood(
                "what is added is neither a statement nor a recipe that is known here", argument.span());
    }

    private static Recipe recipe(RecipeValue value, Argument argument) {
        try {
            return Recipe.of(value.name(), value.arguments());
        } catch (IllegalArgumentException unfinished) {
            throw new NotUnderstood("the recipe is not complete: " + unfinished.getMessage(), argument.span());
        }
    }

    private void check(Call call, Check.Form form) {
        Argument query = call.require(1).argument(0);
        checks.add(new Check(form, query.text("the query").text(), text.place(query.span())));
    }
}
