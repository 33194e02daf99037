package dev.migrate.engine.backup;

import dev.migrate.core.operation.ObjectName;
import dev.migrate.engine.backup.Manifest.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Writes one table's rows to a file while it sums them up. */
final class TableWriter {
    private static final int BUFFER = 1 << 20;

    private TableWriter() {}

    static Manifest.Table write(Connection connection, ObjectName table, BackupFolder folder, String file, Pace pace)
            throws SQLException, IOException {
        List<Column> columns = Content.columns(connection, table);
        MessageDigest digest = sha256();
        // A query, because COPY of a partitioned table by name gives nothing.
        String copy = "COPY (SELECT " + Content.names(columns) + " FROM " + table.sql() + ") TO STDOUT";
        long bytes;
        try (OutputStream out = new java.io.BufferedOutputStream(folder.file(file), BUFFER)) {
            bytes = stream(connection, copy, out, digest, pace);
        }
        Content.Sum sum = Content.sum(connection, table, columns);
        return new Manifest.Table(
                table.schema().orElseThrow(),
                table.name(),
                columns,
                sum.rows(),
                sum.content(),
                file,
                bytes,
                HexFormat.of().formatHex(digest.digest()),
                Content.sequences(connection, table, columns));
    }

    private static long stream(Connection connection, String copy, OutputStream out, MessageDigest digest, Pace pace)
            throws SQLException, IOException {
        CopyOut rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy);
        try {
            long bytes = 0;
            long unpaced = 0;
            for (byte[] row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) {
                out.write(row);
                digest.update(row);
                bytes += row.length;
                unpaced += row.length;
                if (unpaced >= BUFFER) {
                    pace.afterBytes(unpaced);
                    unpaced = 0;
                }
            }
            pace.afterBytes(unpaced);
            return bytes;
        } finally {
            if (rows.isActive()) {
                rows.cancelCopy();
            }
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
