package dev.migrate.core.source;

import com.github.javaparser.ast.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A recipe with the arguments given so far, by the names that the API gives them.
 *
 * @param token the range that stands for the recipe: the name of what it makes or changes
 * @param code the Java code that it takes: models and functions, in the order of the calls
 */
record RecipeValue(String name, Map<String, Object> arguments, Span token, List<Node> code) implements Value.Receiver {
    private static final List<String> METHODS =
            List.of("sql", "expr", "indexConcurrently", "dropIndexConcurrently", "backfill", "retireColumn");

    /** {@code expr(…)}: an expression in SQL. */
    record SqlExpression(Traced sql) implements Value.Opaque {}

    static boolean knows(String method) {
        return METHODS.contains(method);
    }

    /** A static method of {@code Recipes}. */
    static Value of(Call call) {
        return switch (call.method()) {
            case "sql" -> SqlStepValue.of(call);
            case "expr" -> new SqlExpression(call.require(1).argument(0).text("the expression"));
            case "indexConcurrently", "dropIndexConcurrently" -> begin(call, "index");
            case "backfill", "retireColumn" -> begin(call, "table", "column");
            default -> throw call.notUnderstood();
        };
    }

    private static RecipeValue begin(Call call, String... names) {
        call.require(names.length);
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (int index = 0; index < names.length; index++) {
            arguments.put(
                    names[index],
                    call.argument(index).text("the " + names[index]).text());
        }
        Span token = call.argument(names.length - 1).span();
        return new RecipeValue(call.method(), arguments, token, List.of());
    }

    @Override
    public Value call(Call call) {
        return switch (name) {
            case "indexConcurrently" -> index(call);
            case "backfill" -> backfill(call);
            default -> throw call.notUnderstood();
        };
    }

    private Value index(Call call) {
        return switch (call.method()) {
            case "on" -> with("table", text(call)).with("columns", texts(call, 1));
            case "using" -> with("using", text(call));
            case "where" -> with("where", expression(call));
            case "including" -> with("including", texts(call, 0));
            case "unique" -> with("unique", true);
            default -> throw call.notUnderstood();
        };
    }

    private Value backfill(Call call) {
        return switch (call.method()) {
            case "setting" -> with("setting", expression(call));
            case "reading" -> reading(call);
            case "computing" -> computing(call);
            case "oldWritersGet" -> with("oldWritersGet", value(call));
            default -> throw call.notUnderstood();
        };
    }

    private RecipeValue reading(Call call) {
        Model model = model(call.require(1).argument(0))
                .orElseThrow(() -> new NotUnderstood(
                        "the model is not a record nested in this class",
                        call.argument(0).span()));
        return with("reading", model.columns()).with("types", model.types()).with(model.declaration());
    }

    private static Optional<Model> model(Argument argument) {
        if (!(argument.value() instanceof Value.TypeLiteral literal)) {
            return Optional.empty();
        }
        FileScope scope = literal.frame().scope();
        return scope.type(literal.name(), literal.frame().type())
                .flatMap(scope::declared)
                .flatMap(type -> Models.read(type, scope));
    }

    private RecipeValue computing(Call call) {
        if (!(call.require(1).argument(0).value() instanceof Value.Code code)) {
            throw new NotUnderstood(
                    "the function is not a lambda or a method reference",
                    call.argument(0).span());
        }
        return with(code.function());
    }

    private RecipeValue with(Node piece) {
        List<Node> more = new ArrayList<>(code);
        more.add(piece);
        return new RecipeValue(name, arguments, token, more);
    }

    /**
     * A record class, read.
     *
     * @param columns as the API derives them from the components' names
     * @param types the components' Java types, by name
     */
    record Model(List<String> columns, List<String> types, Node declaration) implements Value.Opaque {}

    private static String text(Call call) {
        return call.argument(0).text("the name").text();
    }

    private static List<String> texts(Call call, int from) {
        return call.spread(from).stream()
                .map(name -> name.text("the column").text())
                .toList();
    }

    private static String expression(Call call) {
        if (call.require(1).argument(0).value() instanceof SqlExpression expression) {
            return expression.sql().text();
        }
        throw new NotUnderstood(
                "the expression is not a constant", call.argument(0).span());
    }

    private static String value(Call call) {
        Argument argument = call.require(1).argument(0);
        return argument.value() instanceof SqlExpression
                ? expression(call)
                : Optional.of(argument)
                        .filter(given -> given.value() instanceof JooqSql)
                        .map(given -> JooqSql.value(given).text())
                        .orElseThrow(() -> new NotUnderstood("the value is not a constant", argument.span()));
    }

    private RecipeValue with(String option, Object value) {
        Map<String, Object> extended = new LinkedHashMap<>(arguments);
        extended.put(option, value);
        return new RecipeValue(name, extended, token, code);
    }
}
