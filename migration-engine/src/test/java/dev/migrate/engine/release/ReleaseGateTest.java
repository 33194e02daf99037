package dev.migrate.engine.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.embedded.TestDatabase;
import dev.migrate.engine.embedded.TestServer;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReleaseGateTest {
    private static final ReleaseScope SCOPE = new ReleaseScope("migrate", "polls", "public");

    private TestDatabase database;
    private Connection connection;

    @BeforeEach
    void connect() throws Exception {
        database = TestServer.get().database();
        connection = database.connect();
    }

    @AfterEach
    void drop() throws Exception {
        connection.close();
        database.close();
    }

    @Test
    void staysShutWithoutAnyRelease() {
        assertThat(waitsFor()).contains("a recorded release that contains V4_Retire: none is recorded");
        assertThat(Releases.list(connection, SCOPE)).isEmpty();
    }

    @Test
    void staysShutWhileNoReleaseHasTheExpand() {
        deployed("1", "V1_Create");
        assertThat(waitsFor()).contains("a recorded release that contains V4_Retire: recorded are 1");
    }

    @Test
    void waitsForReleasesWithoutTheExpandToRetire() {
        deployed("1", "V1_Create");
        deployed("2", "V1_Create", "V4_Retire");
        assertThat(waitsFor()).contains("release 1 to be retired: it does not contain V4_Retire");
        Releases.retired(connection, SCOPE, "1");
        assertThat(waitsFor()).isEmpty();
    }

    @Test
    void aRetiredReleaseThatComesBackShutsTheGate() {
        deployed("1", "V1_Create");
        Releases.retired(connection, SCOPE, "1");
        deployed("2", "V1_Create", "V4_Retire");
        assertThat(waitsFor()).isEmpty();
        deployed("1", "V1_Create");
        assertThat(waitsFor()).isPresent();
    }

    @Test
    void theReleaseBeingAppliedIsNoEvidenceForItself() {
        deployed("2", "V1_Create", "V4_Retire", "V5_Drop");
        assertThat(ReleaseGate.waitsFor(
                        connection, SCOPE, new ReleaseGate.Question("V5_Drop", "V4_Retire", true, Optional.of("2"))))
                .isPresent();
        assertThat(waitsFor()).isEmpty();
    }

    @Test
    void anExpandThatIsNotCompleteComesFirst() {
        deployed("2", "V1_Create", "V4_Retire");
        assertThat(ReleaseGate.waitsFor(
                        connection, SCOPE, new ReleaseGate.Question("V5_Drop", "V4_Retire", false, Optional.empty())))
                .contains("V4_Retire to be complete before a release");
    }

    @Test
    void otherAppsAndSchemasAreNoEvidence() {
        Releases.deployed(connection, new ReleaseScope("migrate", "other", "public"), "1", List.of("V4_Retire"), "me");
        Releases.deployed(connection, new ReleaseScope("migrate", "polls", "tenant"), "1", List.of("V4_Retire"), "me");
        assertThat(waitsFor()).isPresent();
    }

    @Test
    void oneNameIsOneBuild() {
        deployed("1", "V1_Create");
        deployed("1", "V1_Create");
        assertThat(Releases.list(connection, SCOPE)).hasSize(1);
        assertThatThrownBy(() -> deployed("1", "V1_Create", "V4_Retire"))
                .isInstanceOf(UserFailure.class)
                .hasMessageStartingWith("release 1 is recorded with other migrations than this build contains")
                .hasMessageContaining("found:  V4_Retire");
    }

    @Test
    void retiringAnUnknownReleaseNamesTheKnownOnes() {
        deployed("1'; DROP TABLE x", "V1_Create");
        assertThatThrownBy(() -> Releases.retired(connection, SCOPE, "2"))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("no release 2 is recorded for polls")
                .hasMessageContaining("1'; DROP TABLE x");
    }

    @Test
    void forcingNeedsAReasonAndIsRecorded() throws Exception {
        assertThatThrownBy(() -> ReleaseGate.force(connection, SCOPE, "V5_Drop", "a release", " ", "me"))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("without a reason");
        ReleaseGate.force(connection, SCOPE, "V5_Drop", "a release", "it's an emergency", "me");
        assertThat(database.text("SELECT name || ': ' || because || ' / ' || waited_for FROM migrate.gate_forced"))
                .isEqualTo("V5_Drop: it's an emergency / a release");
    }

    private void deployed(String name, String... migrations) {
        Releases.deployed(connection, SCOPE, name, List.of(migrations), "me");
    }

    private Optional<String> waitsFor() {
        return ReleaseGate.waitsFor(
                connection, SCOPE, new ReleaseGate.Question("V5_Drop", "V4_Retire", true, Optional.empty()));
    }
}
