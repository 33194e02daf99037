package dev.migrate.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.migration.Place;
import dev.migrate.core.migration.PlacedOperation;
import dev.migrate.core.migration.Step;
import dev.migrate.core.sql.SqlReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which statements share a transaction, and with it their locks. */
class UnitsTest {
    private static final Place PLACE = Place.line("V0001_A.java", 1);
    private static final String ADD_COLUMN = "ALTER TABLE orders ADD COLUMN note text";
    private static final String ADD_CHECK = "ALTER TABLE orders ADD CONSTRAINT c CHECK (amount > 0) NOT VALID";
    private static final String VALIDATE = "ALTER TABLE orders VALIDATE CONSTRAINT c";
    private static final String SET_NOT_NULL = "ALTER TABLE orders ALTER COLUMN amount SET NOT NULL";
    private static final String DROP_CHECK = "ALTER TABLE orders DROP CONSTRAINT c";

    @Test
    void statementsShareATransactionWherePostgresAllowsIt() {
        assertThat(statements(Units.of(steps(ADD_COLUMN, ADD_CHECK), false)))
                .containsExactly(List.of(ADD_COLUMN, ADD_CHECK));
    }

    @Test
    void theRowsAreReadWithoutTheLocksOfOtherStatements() {
        List<Unit> units = Units.of(steps(ADD_COLUMN, ADD_CHECK, VALIDATE, SET_NOT_NULL, DROP_CHECK), false);

        assertThat(statements(units))
                .containsExactly(List.of(ADD_COLUMN, ADD_CHECK), List.of(VALIDATE), List.of(SET_NOT_NULL, DROP_CHECK));
        assertThat(units).hasOnlyElementsOfType(Unit.Transaction.class);
    }

    @Test
    void theContractReadsThemSoToo() {
        assertThat(statements(Units.ofContract(List.of(), steps(ADD_CHECK, VALIDATE, SET_NOT_NULL), false)))
                .containsExactly(List.of(ADD_CHECK), List.of(VALIDATE), List.of(SET_NOT_NULL));
    }

    @Test
    void andTheWayBack() {
        List<Unit.Statement> way = Arrays.asList(statement(ADD_CHECK), statement(VALIDATE), statement(DROP_CHECK));

        assertThat(statements(Units.ofStatements(way)))
                .containsExactly(List.of(ADD_CHECK), List.of(VALIDATE), List.of(DROP_CHECK));
    }

    @Test
    void twoConstraintsAreReadInTurn() {
        String other = "ALTER TABLE orders VALIDATE CONSTRAINT d";

        assertThat(statements(Units.of(steps(VALIDATE, other), false)))
                .containsExactly(List.of(VALIDATE), List.of(other));
    }

    @Test
    void aDirectRunHasNobodyToWaitForIt() {
        assertThat(statements(Units.of(steps(ADD_CHECK, VALIDATE), true)))
                .containsExactly(List.of(ADD_CHECK, VALIDATE));
    }

    private static List<List<String>> statements(List<Unit> units) {
        return units.stream().map(Unit::statements).toList();
    }

    private static Unit.Statement statement(String sql) {
        return new Unit.Statement(sql, PLACE);
    }

    private static List<Step> steps(String... statements) {
        return Arrays.stream(statements)
                .<Step>map(sql -> new Step.Statement(
                        Optional.of(sql),
                        SqlReader.read(sql).stream()
                                .flatMap(read -> read.operations().stream())
                                .map(spanned -> new PlacedOperation(spanned.operation(), PLACE))
                                .toList(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        PLACE))
                .toList();
    }
}
