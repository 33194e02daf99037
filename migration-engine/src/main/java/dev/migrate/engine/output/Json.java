package dev.migrate.engine.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.migrate.engine.MigrateException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The machine-readable form of results and failures; {@code docs/json.md} documents it. */
public final class Json {
    /** The version of the form; a change that can break a reader raises it. */
    public static final int VERSION = 1;

    private static final ObjectWriter WRITER = new ObjectMapper()
            .writer(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private Json() {}

    /** An envelope with nothing but its version; further keys follow in the order in which they are put. */
    public static Map<String, Object> envelope() {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("version", VERSION);
        return envelope;
    }

    /** The envelope of a command that could not do its work. */
    public static Map<String, Object> failure(MigrateException failure) {
        List<String> lines =
                String.valueOf(failure.getMessage()).lines().map(String::strip).toList();
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("kind", failure instanceof MigrateException.UserFailure ? "user" : "tool");
        error.put("headline", failure.headline());
        error.put("lines", lines.subList(Math.min(1, lines.size()), lines.size()));
        Map<String, Object> envelope = envelope();
        envelope.put("error", error);
        return envelope;
    }

    /** The text of a form, indented, without a trailing line break. */
    public static String text(Map<String, Object> form) {
        try {
            return WRITER.writeValueAsString(form);
        } catch (JsonProcessingException unknownType) {
            throw new IllegalArgumentException("the form holds a value that JSON has no word for", unknownType);
        }
    }
}
