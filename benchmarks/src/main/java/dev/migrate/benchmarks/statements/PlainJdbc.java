package dev.migrate.benchmarks.statements;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The floor: BEGIN, the statement, the history's row, COMMIT. It checks nothing and locks nothing. */
final class PlainJdbc implements Contestant {
    private static final String FILE = "migrations.sql";

    @Override
    public String name() {
        return "plain JDBC";
    }

    @Override
    public void write(Path folder, List<AddColumn> migrations) throws IOException {
        Sources.write(
                folder.resolve(FILE), migrations.stream().map(AddColumn::sql).collect(Collectors.joining("\n")));
    }

    @Override
    public void apply(String url, Path folder) throws SQLException, IOException {
        List<String> migrations = Files.readAllLines(folder.resolve(FILE));
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS history (migration text PRIMARY KEY)");
            Set<String> applied = new HashSet<>();
            try (ResultSet rows = statement.executeQuery("SELECT migration FROM history")) {
                while (rows.next()) {
                    applied.add(rows.getString(1));
                }
            }
            connection.setAutoCommit(false);
            try (PreparedStatement record = connection.prepareStatement("INSERT INTO history VALUES (?)")) {
                for (String migration : migrations) {
                    if (applied.contains(migration)) {
                        continue;
                    }
                    statement.execute(migration);
                    record.setString(1, migration);
                    record.executeUpdate();
                    connection.commit();
                }
            }
        }
    }
}
