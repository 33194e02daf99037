package dev.migrate.engine.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Kind;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Place;
import dev.migrate.core.migration.Step;
import dev.migrate.core.plan.MigrationPlan;
import dev.migrate.core.plan.Planner;
import dev.migrate.core.plan.Undo;
import dev.migrate.core.plan.Unit;
import dev.migrate.core.recipe.RetireColumn;
import dev.migrate.engine.embedded.TestDatabase;
import dev.migrate.engine.embedded.TestServer;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HiddenContractsTest {
    private static final ReleaseScope SCOPE = new ReleaseScope("migrate", "polls", "public");
    private static final Place PLACE = Place.line("polls/V4_Retire.java", 9);

    private final Migration expand = migration(
            "V4_Retire",
            Kind.EXPAND,
            Optional.empty(),
            List.of(new Step.RecipeUse(new RetireColumn("poll", "old"), PLACE)));
    private final Migration contract = migration("V5_Drop", Kind.CONTRACT, Optional.of("polls.V4_Retire"), List.of());
    private final Planner planner = new Planner(MigrationGraph.of(List.of(expand, contract)), "polls");
    private TestDatabase database;
    private Connection connection;

    @BeforeEach
    void connect() throws Exception {
        database = TestServer.get().database();
        connection = database.connect();
        database.execute("CREATE TABLE poll (id int, old text DEFAULT 'x'); INSERT INTO poll VALUES (1, 'kept')");
    }

    @AfterEach
    void drop() throws Exception {
        connection.close();
        database.close();
    }

    @Test
    void aStepByStepContractHidesAndItsUndoBringsBack() throws Exception {
        MigrationPlan plan = HiddenContracts.hiding(connection, SCOPE, planner.forward(contract, false), expand);
        assertThat(plan.fingerprint())
                .isEqualTo(planner.forward(contract, false).fingerprint());
        run(plan.units());
        assertThat(database.text(
                        "SELECT count(*) FROM pg_attribute WHERE attrelid = 'poll'::regclass AND attname = 'old'"))
                .isEqualTo("0");
        assertThat(HiddenContracts.hiding(connection, SCOPE, planner.forward(contract, false), expand)
                        .units())
                .isEqualTo(plan.units());

        Undo undo = HiddenContracts.restoring(
                connection, SCOPE, new Undo(contract, List.of(), Optional.of("drops a column")), expand);
        assertThat(undo.impossible()).isEmpty();
        run(undo.units());
        assertThat(database.text("SELECT old FROM poll")).isEqualTo("kept");
    }

    @Test
    void aDirectContractDrops() {
        MigrationPlan direct = planner.forward(contract, true);
        assertThat(HiddenContracts.hiding(connection, SCOPE, direct, expand)).isEqualTo(direct);
    }

    @Test
    void whatIsOldEnoughIsDroppedUnlessItIsInUse() throws Exception {
        run(HiddenContracts.hiding(connection, SCOPE, planner.forward(contract, false), expand)
                .units());
        try (Connection user = database.connect();
                var statement = user.createStatement()) {
            statement.execute("BEGIN; SELECT id FROM poll");
            database.execute("ALTER DATABASE " + database.name() + " SET lock_timeout = '50ms'");
            try (Connection patient = database.connect()) {
                assertThat(Tombstones.dropDue(patient, SCOPE, Duration.ZERO)).isEmpty();
                statement.execute("COMMIT");
                assertThat(Tombstones.dropDue(patient, SCOPE, Duration.ZERO)).hasSize(1);
            }
        }
        assertThat(Tombstones.dropDue(connection, SCOPE, Duration.ZERO)).isEmpty();
    }

    private void run(List<Unit> units) throws Exception {
        try (var statement = connection.createStatement()) {
            for (Unit unit : units) {
                statement.execute("BEGIN;\n" + String.join(";\n", unit.statements()) + ";\nCOMMIT");
            }
        }
    }

    private static Migration migration(String name, Kind kind, Optional<String> of, List<Step> up) {
        return new Migration(
                "polls." + name,
                name,
                Optional.of("polls"),
                OptionalInt.of(15),
                Optional.empty(),
                false,
                List.of(kind),
                Optional.empty(),
                false,
                false,
                List.of(),
                of,
                Optional.empty(),
                List.of(),
                up,
                Optional.empty(),
                List.of(),
                List.of(),
                PLACE);
    }
}
