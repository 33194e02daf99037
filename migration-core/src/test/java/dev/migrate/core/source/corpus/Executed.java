package dev.migrate.core.source.corpus;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.tools.jdbc.MockConnection;
import org.jooq.tools.jdbc.MockDataProvider;
import org.jooq.tools.jdbc.MockExecuteContext;
import org.jooq.tools.jdbc.MockResult;

/** Compiles a corpus and runs its migrations on a connection that answers every question with yes and keeps the SQL. */
final class Executed {
    private static final String CONTEXT = "org.flywaydb.core.api.migration.Context";

    private Executed() {}

    /** The SQL that each migration executes, in order, by the migration's path. */
    static Map<String, List<String>> by(Corpus corpus, Path classes) throws Exception {
        compile(corpus, classes);
        Map<String, List<String>> executed = new LinkedHashMap<>();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, Executed.class.getClassLoader())) {
            for (String path : corpus.migrations().keySet()) {
                executed.put(path, run(loader, path.replace(".java", "").replace('/', '.')));
            }
        }
        return executed;
    }

    private static void compile(Corpus corpus, Path classes) {
        List<JavaFileObject> sources = Stream.of(corpus.migrations(), corpus.shared(), corpus.stubs())
                .flatMap(texts -> texts.entrySet().stream())
                .<JavaFileObject>map(text -> new Text(text.getKey(), text.getValue()))
                .toList();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options =
                List.of("-d", classes.toString(), "-nowarn", "-proc:none", "-Xmaxerrs", "20", "-cp", libraries());
        java.io.StringWriter errors = new java.io.StringWriter();
        if (!compiler.getTask(errors, null, null, options, null, sources).call()) {
            throw new AssertionError("the corpus does not compile\n" + errors);
        }
    }

    /** From where they were loaded: a launcher may have a class path of its own. */
    private static String libraries() {
        return Stream.of(DSL.class, org.reactivestreams.Publisher.class, io.r2dbc.spi.ConnectionFactory.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(location -> Path.of(URI.create(location.toString())).toString())
                .collect(java.util.stream.Collectors.joining(java.io.File.pathSeparator));
    }

    private static List<String> run(ClassLoader loader, String className) throws Exception {
        List<String> executed = new ArrayList<>();
        Connection connection = connection(executed);
        Class<?> context = loader.loadClass(CONTEXT);
        Object handed = Proxy.newProxyInstance(loader, new Class<?>[] {context}, (proxy, method, none) -> connection);
        Object migration = loader.loadClass(className).getConstructor().newInstance();
        Method migrate = migration.getClass().getMethod("migrate", context);
        try {
            migrate.invoke(migration, handed);
        } catch (InvocationTargetException failed) {
            throw new AssertionError(className + " fails", failed.getCause());
        }
        return executed;
    }

    /** jOOQ asks the connection for the product's name, and a mock has none. */
    private static Connection connection(List<String> executed) {
        Connection mock = new MockConnection(provider(executed));
        DatabaseMetaData postgres = (DatabaseMetaData) Proxy.newProxyInstance(
                Executed.class.getClassLoader(), new Class<?>[] {DatabaseMetaData.class}, (proxy, method, none) -> {
                    Class<?> type = method.getReturnType();
                    return type == String.class ? "jdbc:postgresql:PostgreSQL" : type == int.class ? 15 : null;
                });
        return (Connection) Proxy.newProxyInstance(
                Executed.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getMetaData")) {
                        return postgres;
                    }
                    try {
                        return method.invoke(mock, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private static MockDataProvider provider(List<String> executed) {
        DSLContext results = DSL.using(SQLDialect.POSTGRES);
        Field<Integer> one = DSL.field("one", SQLDataType.INTEGER);
        return call -> {
            List<MockResult> answers = new ArrayList<>();
            for (String sql : statements(call)) {
                if (sql.strip().toLowerCase(Locale.ROOT).startsWith("select")) {
                    var result = results.newResult(one);
                    result.add(results.newRecord(one).values(1));
                    answers.add(new MockResult(1, result));
                } else {
                    executed.add(sql);
                    answers.add(new MockResult(1));
                }
            }
            return answers.toArray(MockResult[]::new);
        };
    }

    private static String[] statements(MockExecuteContext call) {
        return call.batchSQL();
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String path, String text) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
            return text;
        }
    }
}
