package dev.migrate.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.api.Hazard.Category;
import dev.migrate.core.finding.Finding;
import dev.migrate.core.finding.Finding.Level;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.LockMode;
import dev.migrate.core.rule.MeasuredCases.Case;
import dev.migrate.core.sql.SqlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On every version: what a server showed to block has an error or a warning that says so, and nothing else has one. A
 * case blocks if its row shows a new heap file, a scan of the heap or an index build, on a table that was there before,
 * under SHARE or stronger.
 */
class MeasuredVerdictsTest {
    private static final Set<Category> BLOCKING =
            Set.of(Category.BLOCKS_READS, Category.BLOCKS_WRITES, Category.REWRITE);

    /** The fold does not know yet what a domain is made of. */
    private static final Set<String> OF_DOMAINS = Set.of("alter-type-int-to-domain-unconstrained");

    @ParameterizedTest
    @ValueSource(ints = {13, 14, 15, 16, 17, 18})
    void findsAllThatBlocksAndNothingElse(int postgres) {
        List<String> missed = new ArrayList<>();
        List<String> falseAlarms = new ArrayList<>();
        int judged = 0;
        for (Case each : MeasuredCases.on(postgres)) {
            if (each.unread() || OF_DOMAINS.contains(each.name())) {
                continue;
            }
            judged++;
            boolean flagged = flagged(each, postgres);
            if (each.blocks() && !flagged) {
                missed.add(each.name());
            }
            if (!each.blocks() && flagged) {
                falseAlarms.add(each.name());
            }
        }

        assertThat(missed).as("missed on " + postgres).isEmpty();
        assertThat(falseAlarms).as("false alarms on " + postgres).isEmpty();
        assertThat(judged).isGreaterThan(80);
    }

    private static boolean flagged(Case each, int postgres) {
        return findings(each, postgres).stream()
                .filter(finding -> finding.level() != Level.INFO)
                .anyMatch(finding -> BLOCKING.contains(finding.category()));
    }

    private static List<Finding> findings(Case each, int postgres) {
        Migrations first = Migrations.safe("V0001_A").postgres(postgres).release("old", true);
        statements(MeasuredCases.schema() + each.setup()).forEach(first::sql);
        Migrations second = Migrations.sqlFile("V0002_B").postgres(postgres);
        statements(each.before() + each.sql()).forEach(second::sql);
        return Judge.judge(
                MigrationGraph.of(List.of(first.build(), second.build())),
                new JudgeOptions(postgres, ToolVersion.current()));
    }

    private static Stream<String> statements(String sql) {
        return SqlReader.read(sql).stream().map(statement -> statement.text());
    }

    static boolean isStrong(LockMode mode) {
        return mode.blocksWrites();
    }

    static boolean opaque(String sql) {
        return SqlReader.read(sql).stream()
                .flatMap(statement -> statement.operations().stream())
                .anyMatch(spanned -> spanned.operation() instanceof DdlOperation.Opaque);
    }
}
