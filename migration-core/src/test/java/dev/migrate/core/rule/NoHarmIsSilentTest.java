package dev.migrate.core.rule;

import static dev.migrate.core.rule.Migrations.rulesOf;
import static dev.migrate.core.rule.Migrations.safe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.DdlOperation.TableSetting;
import dev.migrate.core.operation.Effect;
import dev.migrate.core.operation.Effects;
import dev.migrate.core.operation.SettingKind;
import dev.migrate.core.schema.Schema;
import dev.migrate.core.sql.SqlReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is read and harms by its effects has a finding, also where no rule is about it. */
class NoHarmIsSilentTest {
    private static final Migrations TABLE = safe("V0001_A").sql("CREATE TABLE t (a int)");

    private static final Map<SettingKind, String> SQL = Map.ofEntries(
            Map.entry(SettingKind.STATISTICS, "ALTER TABLE t ALTER a SET STATISTICS 9"),
            Map.entry(SettingKind.COLUMN_OPTIONS, "ALTER TABLE t ALTER a SET (n_distinct = 9)"),
            Map.entry(SettingKind.STORAGE, "ALTER TABLE t ALTER a SET STORAGE PLAIN"),
            Map.entry(SettingKind.COMPRESSION, "ALTER TABLE t ALTER a SET COMPRESSION pglz"),
            Map.entry(SettingKind.STORAGE_PARAMETERS, "ALTER TABLE t SET (fillfactor = 70)"),
            Map.entry(SettingKind.LOGGED, "ALTER TABLE t SET LOGGED"),
            Map.entry(SettingKind.UNLOGGED, "ALTER TABLE t SET UNLOGGED"),
            Map.entry(SettingKind.TABLESPACE, "ALTER TABLE t SET TABLESPACE fast"),
            Map.entry(SettingKind.ACCESS_METHOD, "ALTER TABLE t SET ACCESS METHOD columnar"),
            Map.entry(SettingKind.WITHOUT_OIDS, "ALTER TABLE t SET WITHOUT OIDS"),
            Map.entry(SettingKind.CLUSTER_ON, "ALTER TABLE t CLUSTER ON i"),
            Map.entry(SettingKind.WITHOUT_CLUSTER, "ALTER TABLE t SET WITHOUT CLUSTER"),
            Map.entry(SettingKind.REPLICA_IDENTITY, "ALTER TABLE t REPLICA IDENTITY FULL"),
            Map.entry(SettingKind.OWNER, "ALTER TABLE t OWNER TO app"),
            Map.entry(SettingKind.OF_TYPE, "ALTER TABLE t OF row_type"),
            Map.entry(SettingKind.NOT_OF, "ALTER TABLE t NOT OF"),
            Map.entry(SettingKind.ENABLE_TRIGGER, "ALTER TABLE t ENABLE REPLICA TRIGGER g"),
            Map.entry(SettingKind.DISABLE_TRIGGER, "ALTER TABLE t DISABLE TRIGGER ALL"),
            Map.entry(SettingKind.ENABLE_RULE, "ALTER TABLE t ENABLE ALWAYS RULE r"),
            Map.entry(SettingKind.DISABLE_RULE, "ALTER TABLE t DISABLE RULE r"),
            Map.entry(SettingKind.ENABLE_ROW_SECURITY, "ALTER TABLE t ENABLE ROW LEVEL SECURITY"),
            Map.entry(SettingKind.DISABLE_ROW_SECURITY, "ALTER TABLE t DISABLE ROW LEVEL SECURITY"),
            Map.entry(SettingKind.FORCE_ROW_SECURITY, "ALTER TABLE t FORCE ROW LEVEL SECURITY"),
            Map.entry(SettingKind.NO_FORCE_ROW_SECURITY, "ALTER TABLE t NO FORCE ROW LEVEL SECURITY"));

    @ParameterizedTest
    @EnumSource
    void whatRewritesOrNarrowsIsFoundAndNothingElse(SettingKind kind) {
        String sql = SQL.getOrDefault(kind, "");
        DdlOperation operation = read(sql);
        Effect effect = Effects.of(operation, Schema.empty().apply(read("CREATE TABLE t (a int)")), 18);
        boolean narrows = effect.manner() == Effect.Manner.NARROWS;
        List<String> expected =
                effect.takesTime() ? List.of("WorksUnderLock") : narrows ? List.of("BreaksRunningRelease") : List.of();
        expected = switch (kind) {
            case UNLOGGED -> List.of("LeavesDataUnprotected", "WorksUnderLock");
            case DISABLE_TRIGGER -> List.of("LeavesDataUnprotected");
            default -> expected;
        };

        assertThat(operation)
                .isInstanceOfSatisfying(
                        TableSetting.class, read -> assertThat(read.kind()).isEqualTo(kind));
        assertThat(rulesOf(TABLE, safe("V0002_B").irreversible("kept").sql(sql)))
                .isEqualTo(expected);
    }

    private static DdlOperation read(String sql) {
        return SqlReader.read(sql).get(0).operations().get(0).operation();
    }

    @Test
    void aTableOfTheSameMigrationHasNothingToLose() {
        assertThat(rulesOf(safe("V0001_A")
                        .irreversible("kept")
                        .sql("CREATE TABLE t (a int)")
                        .sql("ALTER TABLE t SET UNLOGGED")
                        .sql("ALTER TABLE t ENABLE ROW LEVEL SECURITY")))
                .isEmpty();
    }
}
