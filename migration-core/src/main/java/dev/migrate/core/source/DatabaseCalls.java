package dev.migrate.core.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is called on a connection or on jOOQ's context: statements are executed, answers are not known. */
final class DatabaseCalls {
    private static final Set<String> EXECUTING = Set.of(
            "execute", "executeUpdate", "executeLargeUpdate", "addBatch", "update", "batchUpdate", "createScript");

    /** Methods whose result takes statements again. */
    private static final Set<String> LEADING = Set.of(
            "getConnection",
            "getUnderlyingConnection",
            "getConfiguration",
            "getDataSource",
            "createStatement",
            "unwrap",
            "getJdbcTemplate",
            "getJdbcOperations",
            "open");

    private static final Set<String> PREPARING =
            Set.of("prepareStatement", "prepareCall", "sql", "createNativeQuery", "createUpdate");

    /** Methods that run a function with what it executes statements on. */
    private static final Map<String, Database.Kind> SCOPES = Map.ofEntries(
            Map.entry("transaction", Database.Kind.DSL),
            Map.entry("transactionResult", Database.Kind.DSL),
            Map.entry("transactionAsync", Database.Kind.DSL),
            Map.entry("transactionResultAsync", Database.Kind.DSL),
            Map.entry("batched", Database.Kind.DSL),
            Map.entry("batchedResult", Database.Kind.DSL),
            Map.entry("connection", Database.Kind.STATEMENT),
            Map.entry("connectionResult", Database.Kind.STATEMENT),
            Map.entry("useHandle", Database.Kind.STATEMENT),
            Map.entry("withHandle", Database.Kind.STATEMENT),
            Map.entry("useTransaction", Database.Kind.STATEMENT),
            Map.entry("inTransaction", Database.Kind.STATEMENT));

    private static final Set<String> SAME = Set.of("configuration", "dsl", "derive", "withSettings");

    private final Run run;
    private final Calls calls;

    DatabaseCalls(Run run, Calls calls) {
        this.run = run;
        this.calls = calls;
    }

    /** Whether the method only leads to what takes statements. */
    static boolean leads(String method) {
        return LEADING.contains(method);
    }

    Value call(Database database, Call call, Frame frame) {
        if (SCOPES.containsKey(call.method()) && call.count() > 0) {
            return scoped(call, frame);
        }
        return database.kind() == Database.Kind.DSL ? ofContext(call) : ofConnection(call, frame);
    }

    private Value scoped(Call call, Frame frame) {
        Argument function = call.argument(call.count() - 1);
        Database.Kind kind = SCOPES.getOrDefault(call.method(), Database.Kind.DSL);
        return calls.functions()
                .apply(function, List.of(new Argument(new Database(kind), call.methodSpan())), call, frame);
    }

    private Value ofContext(Call call) {
        if (DslFunctions.begins(call.method())) {
            return Chain.of(DslFunctions.call(call.settled()));
        }
        if (DmlValue.begins(call.method())) {
            return DmlValue.of(call);
        }
        return switch (call.method()) {
            case "execute" -> executed(call);
            case "query", "statement" -> new Chain(query(call));
            case "queries", "batch" -> new Batch(flat(call));
            case "begin" -> throw call.notUnderstood();
            default -> SAME.contains(call.method()) ? new Database(Database.Kind.DSL) : answer(call);
        };
    }

    /** What a query gives, or a setting. */
    private static Value answer(Call call) {
        return new Value.Unknown("what " + call.method() + " gives is not known", call.methodSpan());
    }

    private Value executed(Call call) {
        Value first = call.argument(0).known().value();
        if (first instanceof Value.Text || first instanceof JooqPart.Sql) {
            run.sink().execute(query(call), call);
            return answer(call);
        }
        return execute(first, call);
    }

    /** Executes a statement. */
    Value execute(Value statement, Call call) {
        Value now =
                new Argument(statement, call.methodSpan()).known().now().known().value();
        if (now instanceof Batch batch) {
            batch.statements().forEach(each -> execute(each.value(), call));
        } else if (now instanceof Value.Text text) {
            run.sink().executeSql(text.traced(), call);
        } else if (now instanceof JooqStatement sql) {
            run.sink().execute(sql, call);
        } else if (now instanceof DmlValue change) {
            run.sink().execute(change.statement(call), call);
        } else if (JooqStatement.changing(now)) {
            throw new NotUnderstood("the statement is not complete", call.methodSpan());
        } else {
            throw call.notUnderstood();
        }
        return answer(call);
    }

    private static JooqStatement query(Call call) {
        Call settled = call.settled();
        return JooqStatement.Raw.of(
                Templates.rendered(settled.argument(0), settled.arguments().subList(1, settled.count()), settled));
    }

    private static List<Argument> flat(Call call) {
        List<Argument> statements = new ArrayList<>();
        for (Argument argument : call.arguments()) {
            argument.known();
            if (Sequence.is(argument.value())) {
                statements.addAll(Sequence.elements(argument));
            } else if (argument.value() instanceof Batch batch) {
                statements.addAll(batch.statements());
            } else {
                statements.add(argument);
            }
        }
        return statements;
    }

    private Value ofConnection(Call call, Frame frame) {
        String method = call.method();
        if (LEADING.contains(method)) {
            return new Database(Database.Kind.STATEMENT);
        }
        if (PREPARING.contains(method)) {
            return new Prepared(call.argument(0).known().text("the SQL"));
        }
        if (EXECUTING.contains(method) && call.count() > 0) {
            return statement(call, frame);
        }
        if (method.equals("executeQuery")
                && call.count() > 0
                && call.argument(0).value() instanceof Value.Text text) {
            run.sink().executeSql(text.traced(), call);
        }
        return answer(call);
    }

    private Value statement(Call call, Frame frame) {
        Argument first = call.argument(0).known();
        if (first.value() instanceof Value.Text text) {
            run.sink().executeSql(text.traced(), call);
            rest(call);
            return answer(call);
        }
        if (Sequence.is(first.value())) {
            Sequence.elements(first)
                    .forEach(sql -> run.sink().executeSql(sql.known().text("the SQL"), call));
            return answer(call);
        }
        if (first.value() instanceof Value.Code || first.value() instanceof Instance) {
            Argument handle = new Argument(new Database(Database.Kind.STATEMENT), call.methodSpan());
            return calls.functions().apply(first, List.of(handle), call, frame);
        }
        throw new NotUnderstood("the SQL is not a constant text", first.span());
    }

    /** Spring's {@code batchUpdate} takes several statements; what other methods take besides is no statement. */
    private void rest(Call call) {
        if (call.method().equals("batchUpdate")
                && call.count() > 1
                && call.argument(1).value() instanceof Value.Text) {
            call.arguments().stream()
                    .skip(1)
                    .forEach(sql -> run.sink().executeSql(sql.known().text("the SQL"), call));
        }
    }

    /** Statements that are executed together. */
    record Batch(List<Argument> statements) implements Value.Opaque {
        /** Copies the list. */
        Batch {
            statements = List.copyOf(statements);
        }
    }

    /** A statement with its SQL. */
    record Prepared(Traced sql) implements Value.Opaque {}

    Value prepared(Prepared prepared, Call call) {
        if (call.method().startsWith("execute") || call.method().equals("update")) {
            run.sink().executeSql(prepared.sql(), call);
            return answer(call);
        }
        boolean fluent = call.method().startsWith("param")
                || call.method().startsWith("bind")
                || call.method().startsWith("setParameter");
        return fluent ? prepared : answer(call);
    }

    Value batch(Batch batch, Call call) {
        return switch (call.method()) {
            case "execute", "executeBatch", "executeAsync" -> execute(batch, call);
            case "bind" -> batch;
            case "queries", "stream" -> new Sequence(batch.statements());
            default -> throw call.notUnderstood();
        };
    }
}
