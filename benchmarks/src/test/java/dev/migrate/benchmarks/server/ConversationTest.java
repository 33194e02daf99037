package dev.migrate.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConversationTest {
    private final Conversation conversation = new Conversation();

    @BeforeEach
    void sessionIsStarted() {
        conversation.sent('p', message("password"));
        conversation.ready();
    }

    @Test
    void aSimpleQueryIsAFlightWhateverItHolds() {
        conversation.sent('Q', message("BEGIN; SELECT 1; COMMIT"));
        conversation.ready();
        conversation.sent('Q', message("SELECT 2"));
        conversation.ready();
        assertThat(conversation.flights()).hasSize(2);
        assertThat(conversation.flights().get(0)).containsExactly("BEGIN", "SELECT 1", "COMMIT");
    }

    @Test
    void severalExecutesBeforeOneSyncAreOneFlight() {
        execute("", "BEGIN");
        execute("", "SELECT 1");
        conversation.sent('S', new byte[0]);
        conversation.ready();
        assertThat(conversation.flights()).hasSize(1);
        assertThat(conversation.flights().get(0)).containsExactly("BEGIN", "SELECT 1");
    }

    @Test
    void syncsSentWithoutWaitingAreOneFlight() {
        execute("", "SELECT 1");
        conversation.sent('S', new byte[0]);
        execute("", "SELECT 2");
        conversation.sent('S', new byte[0]);
        conversation.ready();
        conversation.ready();
        execute("", "SELECT 3");
        conversation.sent('S', new byte[0]);
        assertThat(conversation.flights()).hasSize(2);
    }

    @Test
    void aPreparedStatementKeepsItsText() {
        execute("S_1", "SELECT 1");
        conversation.sent('S', new byte[0]);
        conversation.ready();
        conversation.sent('B', message("", "S_1"));
        conversation.sent('E', message(""));
        conversation.sent('S', new byte[0]);
        assertThat(conversation.flights().get(1)).containsExactly("SELECT 1");
    }

    private void execute(String name, String text) {
        conversation.sent('P', message(name, text));
        conversation.sent('B', message("", name));
        conversation.sent('E', message(""));
    }

    private static byte[] message(String... fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (String field : fields) {
            body.writeBytes(field.getBytes(StandardCharsets.UTF_8));
            body.write(0);
        }
        return body.toByteArray();
    }
}
