package dev.migrate.engine.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A result as text, to hand it to another class loader of this tool: modules of one build can have each its own. */
public final class StoredCheck {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private StoredCheck() {}

    private record Form(
            int migrations,
            List<CheckResult.LocatedFinding> findings,
            List<CheckResult.Silenced> suppressed,
            String proof,
            String base) {}

    /** The text of a result. */
    public static String text(CheckResult result) {
        try {
            return MAPPER.writeValueAsString(new Form(
                    result.migrations(),
                    result.findings(),
                    result.suppressed(),
                    result.proof().orElse(""),
                    result.base().toString()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a result that has no text", impossible);
        }
    }

    /** The result of a text that {@link #text} made. */
    public static CheckResult read(String text) {
        try {
            Form form = MAPPER.readValue(text, Form.class);
            return new CheckResult(
                    form.migrations(),
                    form.findings(),
                    form.suppressed(),
                    Optional.of(form.proof()).filter(proof -> !proof.isEmpty()),
                    Path.of(form.base()));
        } catch (JsonProcessingException otherVersion) {
            throw new IllegalStateException("two versions of migration-maven-plugin in one build", otherVersion);
        }
    }
}
