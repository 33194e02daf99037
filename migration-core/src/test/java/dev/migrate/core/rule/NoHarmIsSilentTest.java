package dev.migrate.core.rule;

import static dev.migrate.core.rule.Migrations.rulesOf;
import static dev.migrate.core.rule.Migrations.safe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.operation.DdlOperation.TableSetting;
import dev.migrate.core.operation.Effect;
import dev.migrate.core.operation.Effects;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is read and harms by its effects has a finding, also where no rule is about it. */
class NoHarmIsSilentTest {
    private static final Migrations TABLE = safe("V0001_A").sql("CREATE TABLE t (a int)");

    private static final Map<TableSetting.Kind, String> SQL = Map.ofEntries(
            Map.entry(TableSetting.Kind.STATISTICS, "ALTER TABLE t ALTER a SET STATISTICS 9"),
            Map.entry(TableSetting.Kind.COLUMN_OPTIONS, "ALTER TABLE t ALTER a SET (n_distinct = 9)"),
            Map.entry(TableSetting.Kind.STORAGE, "ALTER TABLE t ALTER a SET STORAGE PLAIN"),
            Map.entry(TableSetting.Kind.COMPRESSION, "ALTER TABLE t ALTER a SET COMPRESSION pglz"),
            Map.entry(TableSetting.Kind.STORAGE_PARAMETERS, "ALTER TABLE t SET (fillfactor = 70)"),
            Map.entry(TableSetting.Kind.LOGGED, "ALTER TABLE t SET LOGGED"),
            Map.entry(TableSetting.Kind.UNLOGGED, "ALTER TABLE t SET UNLOGGED"),
            Map.entry(TableSetting.Kind.CLUSTER, "CLUSTER t USING i"),
            Map.entry(TableSetting.Kind.ENABLE_ROW_SECURITY, "ALTER TABLE t ENABLE ROW LEVEL SECURITY"),
            Map.entry(TableSetting.Kind.DISABLE_ROW_SECURITY, "ALTER TABLE t DISABLE ROW LEVEL SECURITY"),
            Map.entry(TableSetting.Kind.FORCE_ROW_SECURITY, "ALTER TABLE t FORCE ROW LEVEL SECURITY"),
            Map.entry(TableSetting.Kind.NO_FORCE_ROW_SECURITY, "ALTER TABLE t NO FORCE ROW LEVEL SECURITY"));

    @ParameterizedTest
    @EnumSource
    void whatRewritesOrNarrowsIsFoundAndNothingElse(TableSetting.Kind kind) {
        String sql = SQL.getOrDefault(kind, "");
        Effect effect = Effects.of(new TableSetting(ObjectName.of("t"), Optional.empty(), kind), Schema.empty(), 18);
        boolean harms = effect.takesTime() || effect.manner() == Effect.Manner.NARROWS;

        assertThat(rulesOf(TABLE, safe("V0002_B").irreversible("kept").sql(sql)))
                .isEqualTo(harms ? List.of("UnreadStatement") : List.of());
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
