package dev.migrate.engine.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AsciiTableTest {
    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        AsciiTable table = new AsciiTable("Migration", "State")
                .row("V0001_CreatePolls", "applied")
                .row("V0005_DropÖld", "waiting\n  for a release");
        assertThat(table.text()).isEqualTo("""
                        +-------------------+-----------------------+
                        | Migration         | State                 |
                        +-------------------+-----------------------+
                        | V0001_CreatePolls | applied               |
                        | V0005_DropÖld     | waiting for a release |
                        +-------------------+-----------------------+""");
    }

    @Test
    void tableWithoutRowsIsItsHeading() {
        assertThat(new AsciiTable("A").text()).isEqualTo("+---+\n| A |\n+---+");
    }

    @Test
    void rowOfAnotherWidthIsRefused() {
        assertThatThrownBy(() -> new AsciiTable("A", "B").row("a")).hasMessageContaining("1 cells");
    }
}
