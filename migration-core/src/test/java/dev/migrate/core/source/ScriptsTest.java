package dev.migrate.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.migration.PlacedOperation;
import dev.migrate.core.migration.Step;
import dev.migrate.core.operation.DdlOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Classes that execute their statements themselves, in the styles of the tools that run them. */
class ScriptsTest {
    private static final String HEAD = """
            package db.migration;
            import static org.jooq.impl.DSL.*;
            import static org.jooq.impl.SQLDataType.*;
            import java.sql.*;
            import java.util.*;
            import org.flywaydb.core.api.migration.BaseJavaMigration;
            import org.flywaydb.core.api.migration.Context;
            import org.jooq.*;
            import org.jooq.impl.DSL;
            import org.jooq.impl.SQLDataType;
            import org.slf4j.Logger;
            import org.slf4j.LoggerFactory;
            """;

    @Test
    void followsAContextThroughHelpers() {
        assertThat(migration("""
                        private static final Logger LOGGER = LoggerFactory.getLogger(V1__X.class);
                        private static final String T = "polls";
                        @Override public void migrate(final Context context) throws Exception {
                            LOGGER.info("Running {}", this.getClass().getSimpleName());
                            final DSLContext ctx = DSL.using(context.getConnection());
                            addColumn(ctx);
                            drop(ctx, "a", "b");
                        }
                        private static void addColumn(final DSLContext ctx) {
                            ctx.alterTable(T).addColumnIfNotExists(
                                DSL.field("title", SQLDataType.VARCHAR(20).nullable(true))).execute();
                        }
                        private void drop(DSLContext ctx, String... columns) {
                            for (var column : columns) ctx.alterTable(T).dropColumn(column).execute();
                        }
                        """)).containsExactly("AddColumn polls.title", "DropColumn polls.a", "DropColumn polls.b");
    }

    @Test
    void readsTransactionsBatchesAndSql() {
        assertThat(migration("""
                        public void migrate(Context context) throws Exception {
                            DSLContext db = using(context.getConnection(), SQLDialect.POSTGRES);
                            db.transaction(cfg -> using(cfg).dropTable("a").execute());
                            db.transaction(c -> { c.dsl().dropTable("b").execute(); });
                            db.batch(db.dropTable("c"), db.dropTable("d")).execute();
                            db.queries(db.dropTable("e")).executeBatch();
                            db.execute("DROP TABLE f");
                            db.query("DROP TABLE {0}", name("g")).execute();
                            try (Statement statement = context.getConnection().createStatement()) {
                                statement.execute("DROP TABLE h");
                            }
                            try (PreparedStatement prepared = context.getConnection().prepareStatement("DROP TABLE i")) {
                                prepared.execute();
                            }
                            new org.springframework.jdbc.core.JdbcTemplate(null).execute("DROP TABLE j");
                            db.connection(c -> c.createStatement().executeUpdate("DROP TABLE k"));
                        }
                        """))
                .containsExactly(
                        "DropTable a",
                        "DropTable b",
                        "DropTable c",
                        "DropTable d",
                        "DropTable e",
                        "DropTable f",
                        "DropTable g",
                        "DropTable h",
                        "DropTable i",
                        "DropTable j",
                        "DropTable k");
    }

    @Test
    void readsBothBranchesAndPassesOverQuestions() {
        assertThat(migration("""
                        public void migrate(Context context) throws Exception {
                            DSLContext db = using(context.getConnection());
                            if (db.fetchExists(table("x"))) {
                                db.dropTable("a").execute();
                            } else {
                                db.dropTable("b").execute();
                            }
                            if (Helper.tableExists(db, "x")) return;
                            List<String> names = db.fetch("select 1").getValues(0, String.class);
                            names.forEach(n -> db.dropTable("c").execute());
                            for (String n : names) db.dropTable(n).execute();
                        }
                        """))
                .containsExactly(
                        "DropTable a",
                        "DropTable b",
                        "DropTable c",
                        "Opaque the loop's items are not known: what fetch gives is not known");
    }

    @Test
    void keepsAStatementThatChangesInPlace() {
        assertThat(migration("""
                        record Column(String name, DataType<?> type) {}
                        enum Kind { SMALL("s"), LARGE("l"); private final String code; Kind(String c) { code = c; } String code() { return code; } }
                        public void migrate(Context context) {
                            var db = using(context.getConnection());
                            var create = db.createTable("t");
                            var all = new ArrayList<Column>();
                            all.add(new Column("id", BIGINT));
                            for (Kind kind : Kind.values()) all.add(new Column(kind.code() + "_" + kind.ordinal(), INTEGER));
                            for (Column c : all) create.column(c.name(), c.type());
                            create.constraints(primaryKey("id")).execute();
                            all.stream().map(Column::name).filter(n -> n.startsWith("s")).forEach(n -> db.alterTable("t").dropColumn(n).execute());
                        }
                        """)).containsExactly("CreateTable t[id, s_0, l_1]", "DropColumn t.s_0");
    }

    @Test
    void tellsWhatIsHandedToAnotherClass() {
        assertThat(migration("""
                        public void migrate(Context context) {
                            Helper.createAll(context.getConnection());
                            var db = using(context.getConnection());
                            Helper.inLock(() -> db.dropTable("a").execute());
                            db.dropTable(System.getenv("X")).execute();
                        }
                        """))
                .containsExactly(
                        "Opaque Helper is not a constant",
                        "DropTable a",
                        "Opaque System.getenv is a method of another class");
    }

    @Test
    void followsATemplateMethodOfAnotherFile() {
        Map<String, String> files =
                Map.of("db.migration.Base", """
                package db.migration;
                import org.jooq.*;
                import org.jooq.impl.DSL;
                import org.flywaydb.core.api.migration.*;
                public abstract class Base extends BaseJavaMigration {
                    protected DSLContext db;
                    static final String PREFIX = "app_";
                    protected abstract String table();
                    protected void change() { db.alterTable(table()).dropColumn(Names.OLD.column()).execute(); }
                    @Override public void migrate(Context context) {
                        db = DSL.using(context.getConnection());
                        change();
                        Helpers.drop(db, PREFIX + "x");
                    }
                }
                """, "db.migration.Names", """
                package db.migration;
                enum Names { OLD; String column() { return name().toLowerCase() + "_c"; } }
                """, "db.migration.Helpers", """
                package db.migration;
                final class Helpers { static void drop(org.jooq.DSLContext db, String t) { db.dropTable(t).execute(); } }
                """);
        SourceReading.Scripts read = new JavaMigrationReader(new Files(files))
                .readScripts(
                        "V1__X.java",
                        "package db.migration; public class V1__X extends Base { protected String table() { return \"t\"; } }");
        assertThat(lines(read)).containsExactly("DropColumn t.old_c", "DropTable app_x");
    }

    private static List<String> migration(String members) {
        String text = HEAD + "public class V1__X extends BaseJavaMigration {\n" + members + "}\n";
        return lines(new JavaMigrationReader(FakeResolver.EMPTY).readScripts("V1__X.java", text));
    }

    private static List<String> lines(SourceReading.Scripts read) {
        assertThat(read.unread()).isEmpty();
        List<String> lines = new ArrayList<>();
        for (SourceReading.Script script : read.scripts()) {
            for (Step step : script.steps()) {
                step.operations().stream()
                        .map(PlacedOperation::operation)
                        .map(ScriptsTest::line)
                        .forEach(lines::add);
            }
        }
        return lines;
    }

    private static String line(DdlOperation operation) {
        if (operation instanceof DdlOperation.AddColumn add) {
            return "AddColumn " + add.table() + "." + add.column().name();
        }
        if (operation instanceof DdlOperation.DropColumn drop) {
            return "DropColumn " + drop.table() + "." + drop.column();
        }
        if (operation instanceof DdlOperation.DropTable drop) {
            return "DropTable " + drop.table();
        }
        if (operation instanceof DdlOperation.CreateTable create) {
            return "CreateTable " + create.table()
                    + create.columns().stream().map(column -> column.name()).toList();
        }
        return operation instanceof DdlOperation.Opaque opaque ? "Opaque " + opaque.reason() : operation.toString();
    }

    /** Files by the class that they declare. */
    private record Files(Map<String, String> texts) implements SourceResolver {
        @Override
        public Optional<String> binaryName(String type) {
            return Optional.of(type).filter(texts::containsKey);
        }

        @Override
        public Optional<Object> constant(String type, String field) {
            return Optional.empty();
        }

        @Override
        public boolean isSubtype(String type, String superType) {
            return type.equals(superType);
        }

        @Override
        public boolean hasMethod(String type, String method) {
            return Set.of().contains(method);
        }

        @Override
        public Optional<PackageInfo> packageInfo(String packageName) {
            return Optional.empty();
        }

        @Override
        public Optional<Unit> source(String type) {
            return Optional.ofNullable(texts.get(type)).map(text -> new Unit(type, text));
        }
    }
}
