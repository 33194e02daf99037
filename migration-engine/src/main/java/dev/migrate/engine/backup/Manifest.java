package dev.migrate.engine.backup;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.engine.MigrateException.ToolFailure;
import dev.migrate.engine.MigrateException.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a backup holds, written when everything else is on disk: a folder without it is no backup.
 *
 * @param form the version of this form
 * @param level {@value #LEVEL}
 * @param createdAt the snapshot's time, ISO 8601 with zone, by the server's clock
 * @param systemIdentifier of the cluster; empty where the role may not read it
 * @param snapshot the exported snapshot that all tables were read in
 * @param position the server's place in its write-ahead log
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Manifest(
        int form,
        String level,
        String createdAt,
        String database,
        String systemIdentifier,
        String serverVersion,
        String snapshot,
        String position,
        List<Table> tables) {
    /** The version of the form that this tool writes. */
    static final int FORM = 1;

    /** Rows, counts and content sums of one snapshot; nobody restored them. */
    static final String LEVEL = "V3";

    static final String FILE = "manifest.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Copies the list. */
    public Manifest {
        tables = List.copyOf(tables);
    }

    /**
     * A table.
     *
     * @param contentSum the sum of each row's 64-bit hash, as a decimal number: blind to the order of rows only
     * @param file its name in the backup's folder
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Table(
            String schema,
            String name,
            List<Column> columns,
            long rows,
            String contentSum,
            String file,
            long bytes,
            String sha256,
            List<Sequence> sequences) {
        /** Copies the lists. */
        public Table {
            columns = List.copyOf(columns);
            sequences = List.copyOf(sequences);
        }

        ObjectName objectName() {
            return ObjectName.of(schema, name);
        }
    }

    /** A column, with its type as PostgreSQL spells it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Column(String name, String type) {}

    /** The sequence behind a column, read after the rows: a restored table must not hand out used numbers again. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Sequence(String column, long lastValue, boolean isCalled) {}

    byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException impossible) {
            throw new ToolFailure(impossible, "the manifest cannot be written as JSON");
        }
    }

    /**
     * Reads a backup's manifest.
     *
     * @throws UserFailure if there is none, it is damaged, or of a newer form
     */
    public static Manifest read(Path folder) {
        try {
            Manifest manifest = JSON.readValue(Files.readAllBytes(folder.resolve(FILE)), Manifest.class);
            if (manifest.form() > FORM) {
                throw new UserFailure(
                        "the backup " + folder + " was written by a newer version of this tool",
                        "found:  form " + manifest.form() + ", and this version knows forms up to " + FORM);
            }
            return manifest;
        } catch (NoSuchFileException missing) {
            throw new UserFailure(
                    folder + " is no complete backup",
                    "found:  no " + FILE + ", which is written last",
                    "note:   a backup that was interrupted stays without one, and can be removed");
        } catch (IOException damaged) {
            throw new UserFailure(
                    damaged,
                    "the backup " + folder + " is damaged",
                    "found:  " + FILE + " cannot be read: " + firstLine(damaged));
        }
    }

    private static String firstLine(IOException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
