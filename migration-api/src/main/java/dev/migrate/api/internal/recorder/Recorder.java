package dev.migrate.api.internal.recorder;

import dev.migrate.api.Accept;
import dev.migrate.api.AnyMigration;
import dev.migrate.api.Contract;
import dev.migrate.api.ContractMigration;
import dev.migrate.api.DependsOn;
import dev.migrate.api.Expand;
import dev.migrate.api.Irreversible;
import dev.migrate.api.Migrations;
import dev.migrate.api.Release;
import dev.migrate.api.Risky;
import dev.migrate.api.RiskyMigration;
import dev.migrate.api.Safe;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Verification;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns migration classes into descriptions made of JDK types. Input: names of classes of this class loader. Output: one
 * map a migration, in the order of the input; classes that are no migrations are left out. All keys are always present
 * unless marked optional.
 *
 * <pre>
 * format       Integer, {@value #FORMAT}
 * class        String, the binary name
 * name         String, the simple name
 * app          String (optional: no package-info with Migrations above)
 * postgres     Integer (optional, as app)
 * release      String (optional);  closed  Boolean
 * kinds        List of String: safe, expand, contract, risky, as annotated
 * interface    String: schema, risky, contract
 * window       Boolean, Risky.maintenanceWindow
 * accepts      List of Map: hazard (constant's name), on, because
 * of           String, binary name (optional: no Contract)
 * irreversible String (optional)
 * dependsOn    List of String, binary names
 * up, atContract  List of steps;  down  List of steps (optional: not overridden)
 * checks       List of Map: form (noRows, holds), query, line
 * failure      Map: message, line (optional: the class could not be instantiated or a method threw)
 * </pre>
 *
 * A step is a map: {@code form} (ddl, sql, recipe), {@code line} (Integer, of the class's source file, 0 if unknown);
 * for ddl {@code sql} and {@code lost} (List of String: what jOOQ left out of the text); for sql {@code sql}, and
 * optionally {@code down}, {@code doneWhen}; for a recipe {@code recipe} (name), {@code manner} (widening, narrowing,
 * paired), {@code arguments} (as {@link dev.migrate.api.Recipe#arguments()}, literals rendered as SQL).
 */
public final class Recorder implements Function<List<String>, List<Map<String, Object>>> {
    /** The version of the form above; a change of meaning raises it. */
    public static final int FORMAT = 1;

    private final ClassLoader loader;

    /** Records classes of the class loader that loaded this class. */
    public Recorder() {
        this(Recorder.class.getClassLoader());
    }

    /** Records classes of the given class loader, which sees the same API. */
    public Recorder(ClassLoader loader) {
        this.loader = loader;
    }

    @Override
    public List<Map<String, Object>> apply(List<String> classNames) {
        List<Map<String, Object>> recorded = new ArrayList<>();
        for (String className : classNames) {
            Class<?> candidate = load(className);
            if (AnyMigration.class.isAssignableFrom(candidate)
                    && !candidate.isInterface()
                    && !Modifier.isAbstract(candidate.getModifiers())) {
                recorded.add(record(candidate.asSubclass(AnyMigration.class)));
            }
        }
        return recorded;
    }

    private Class<?> load(String className) {
        try {
            return Class.forName(className, false, loader);
        } catch (ClassNotFoundException missing) {
            throw new IllegalArgumentException("no class " + className, missing);
        }
    }

    private Map<String, Object> record(Class<? extends AnyMigration> type) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("format", FORMAT);
        out.put("class", type.getName());
        out.put("name", type.getSimpleName());
        describeHome(type, out);
        describeAnnotations(type, out);
        List<Map<String, Object>> up = new ArrayList<>();
        List<Map<String, Object>> atContract = new ArrayList<>();
        List<Map<String, Object>> checks = new ArrayList<>();
        out.put("up", up);
        out.put("atContract", atContract);
        out.put("checks", checks);
        try {
            describeBody(type, out, up, atContract, checks);
        } catch (InvocationTargetException thrown) {
            out.put("failure", failure(type, thrown.getCause() == null ? thrown : thrown.getCause()));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError thrown) {
            out.put("failure", failure(type, thrown));
        }
        return out;
    }

    private void describeBody(
            Class<? extends AnyMigration> type,
            Map<String, Object> out,
            List<Map<String, Object>> up,
            List<Map<String, Object>> atContract,
            List<Map<String, Object>> checks)
            throws ReflectiveOperationException {
        out.put("interface", "contract");
        AnyMigration migration = type.getDeclaredConstructor().newInstance();
        RecordedSteps upSteps = new RecordedSteps(type, up, atContract);
        List<Map<String, Object>> down = new ArrayList<>();
        RecordedSteps downSteps = new RecordedSteps(type, down, new ArrayList<>());
        Verification verification = new RecordedVerification(type, checks);
        if (migration instanceof SchemaMigration schema) {
            out.put("interface", "schema");
            schema.up(upSteps);
            schema.down(downSteps);
            schema.verify(verification);
        } else if (migration instanceof RiskyMigration risky) {
            out.put("interface", "risky");
            risky.up(upSteps);
            risky.down(downSteps);
            risky.verify(verification);
        }
        if (!(migration instanceof ContractMigration) && overridesDown(type)) {
            out.put("down", down);
        }
    }

    private static boolean overridesDown(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .anyMatch(method -> method.getName().equals("down")
                        && !method.isBridge()
                        && !method.getDeclaringClass().isInterface());
    }

    private static void describeAnnotations(Class<?> type, Map<String, Object> out) {
        List<String> kinds = new ArrayList<>();
        addKind(type, Safe.class, "safe", kinds);
        addKind(type, Expand.class, "expand", kinds);
        addKind(type, Contract.class, "contract", kinds);
        addKind(type, Risky.class, "risky", kinds);
        out.put("kinds", kinds);
        Risky risky = type.getAnnotation(Risky.class);
        out.put("window", risky != null && risky.maintenanceWindow());
        List<Map<String, Object>> accepts = new ArrayList<>();
        for (Accept accept : risky == null ? new Accept[0] : risky.value()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("hazard", accept.value().name());
            one.put("on", accept.on());
            one.put("because", accept.because());
            accepts.add(one);
        }
        out.put("accepts", accepts);
        Contract contract = type.getAnnotation(Contract.class);
        if (contract != null) {
            out.put("of", contract.of().getName());
        }
        Irreversible irreversible = type.getAnnotation(Irreversible.class);
        if (irreversible != null) {
            out.put("irreversible", irreversible.because());
        }
        DependsOn dependsOn = type.getAnnotation(DependsOn.class);
        List<String> edges = new ArrayList<>();
        for (Class<?> edge : dependsOn == null ? new Class<?>[0] : dependsOn.value()) {
            edges.add(edge.getName());
        }
        out.put("dependsOn", edges);
    }

    private static void addKind(
            Class<?> type, Class<? extends Annotation> annotation, String kind, List<String> kinds) {
        if (type.isAnnotationPresent(annotation)) {
            kinds.add(kind);
        }
    }

    private void describeHome(Class<?> type, Map<String, Object> out) {
        out.put("closed", false);
        String name = type.getPackageName();
        Migrations home = null;
        Release release = null;
        while (!name.isEmpty() && (home == null || release == null)) {
            home = home == null ? annotation(name, Migrations.class) : home;
            release = release == null ? annotation(name, Release.class) : release;
            name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        }
        if (home != null) {
            out.put("app", home.app());
            out.put("postgres", home.postgres());
        }
        if (release != null) {
            out.put("release", release.value());
            out.put("closed", release.closed());
        }
    }

    private <A extends Annotation> @Nullable A annotation(String packageName, Class<A> annotation) {
        try {
            return Class.forName(packageName + ".package-info", false, loader).getAnnotation(annotation);
        } catch (ClassNotFoundException none) {
            return null;
        }
    }

    private static Map<String, Object> failure(Class<?> type, Throwable thrown) {
        Map<String, Object> failure = new LinkedHashMap<>();
        failure.put("message", thrown.toString());
        failure.put(
                "line",
                Arrays.stream(thrown.getStackTrace())
                        .filter(frame -> isOf(type, frame.getClassName()))
                        .mapToInt(StackTraceElement::getLineNumber)
                        .findFirst()
                        .orElse(0));
        return failure;
    }

    /** The line of the migration's source that is calling right now; 0 if no frame is of that class. */
    static int callerLine(Class<?> type) {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> isOf(type, frame.getClassName()))
                        .mapToInt(StackWalker.StackFrame::getLineNumber)
                        .findFirst()
                        .orElse(0));
    }

    private static boolean isOf(Class<?> type, String className) {
        return className.equals(type.getName()) || className.startsWith(type.getName() + "$");
    }

    private record RecordedVerification(Class<?> type, List<Map<String, Object>> checks) implements Verification {
        @Override
        public void noRows(String query) {
            add("noRows", query);
        }

        @Override
        public void holds(String query) {
            add("holds", query);
        }

        private void add(String form, String query) {
            Map<String, Object> check = new LinkedHashMap<>();
            check.put("form", form);
            check.put("query", query);
            check.put("line", callerLine(type));
            checks.add(check);
        }
    }
}
