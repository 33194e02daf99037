package dev.migrate.testing;

import dev.migrate.engine.Migrate;
import dev.migrate.engine.ProjectFiles;
import dev.migrate.engine.Result;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.catalog.Catalog;
import dev.migrate.engine.embedded.TestDatabase;
import dev.migrate.engine.event.Events;
import dev.migrate.engine.project.ProjectMigrations;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database of one test, as it is before the migration under test. */
public final class MigrationDatabase {
    private final TestDatabase database;
    private final ProjectFiles project;
    private final ProjectMigrations migrations;
    private final Neighbours neighbours;

    MigrationDatabase(
            TestDatabase database, ProjectFiles project, ProjectMigrations migrations, Neighbours neighbours) {
        this.database = database;
        this.project = project;
        this.migrations = migrations;
        this.neighbours = neighbours;
    }

    /** The JDBC URL, with user and password. */
    public String url() {
        return database.url();
    }

    /** Opens a connection, in autocommit mode; the caller closes it. */
    public Connection connect() throws SQLException {
        return database.connect();
    }

    /**
     * Runs SQL as an application would.
     *
     * @param sql one or more statements
     */
    public void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new AssertionError("failed: " + sql + ": " + failed.getMessage(), failed);
        }
    }

    /** The rows of a query, each a list of the driver's values. */
    public List<List<@Nullable Object>> rows(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(result.getObject(column));
                }
                rows.add(Collections.unmodifiableList(row));
            }
            return rows;
        } catch (SQLException failed) {
            throw new AssertionError("failed: " + query + ": " + failed.getMessage(), failed);
        }
    }

    /** The first column of the first row, as text; fails if there is no row. */
    public String value(String query) {
        return String.valueOf(rows(query).get(0).get(0));
    }

    /**
     * Applies the migration under test, step by step as on a database in use, with gates open.
     *
     * @throws dev.migrate.engine.MigrateException if it fails
     */
    public Result apply() {
        return migrate(neighbours.name()).apply();
    }

    /**
     * Undoes the migration under test.
     *
     * @throws dev.migrate.engine.MigrateException if it fails
     */
    public Result rollback() {
        return migrate(neighbours.previous().orElse("zero")).rollback();
    }

    /** The catalog of the migrated schemas as text, one object a line: equal texts are equal schemas. */
    public String catalog() {
        try (Connection connection = connect()) {
            return Catalog.describe(connection);
        } catch (SQLException failed) {
            throw new AssertionError("the catalog cannot be read: " + failed.getMessage(), failed);
        }
    }

    /**
     * Plays a client of the running release until closed: runs the statements in turn, each in its own transaction,
     * without a pause, on a connection of its own.
     *
     * @param statements what that release runs
     */
    public OldRelease whileRunning(String... statements) {
        return OldRelease.start(this::connect, List.of(statements));
    }

    /** Applies what comes before the migration under test. */
    void applyEarlier() {
        if (neighbours.previous().isPresent()) {
            migrate(neighbours.previous().get()).apply();
        }
    }

    private Migrate migrate(String target) {
        Settings settings = Settings.builder()
                .set(Setting.URL, url())
                .set(Setting.ENVIRONMENT, "development")
                .set(Setting.TARGET, target)
                .build();
        return new Migrate(settings, project, Events.none()).onLoaded(migrations);
    }
}
