package dev.migrate.engine.release;

import dev.migrate.core.operation.Identifiers;
import dev.migrate.engine.MigrateException.ToolFailure;
import dev.migrate.engine.MigrateException.UserFailure;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Records which builds are live, and which migrations each contains. */
public final class Releases {
    private static final int LONGEST_NAME = 200;

    private Releases() {}

    /**
     * A release as recorded.
     *
     * @param name its label
     * @param migrations names of the migrations that the build contains
     * @param retired whether no instance of it runs any more
     */
    public record Release(String name, Set<String> migrations, boolean retired) {
        /** Copies the set. */
        public Release {
            migrations = Set.copyOf(migrations);
        }
    }

    /**
     * Records that a release is deployed: instances of it run, or will from now on. Again for the same release is fine.
     *
     * @param migrations what the build contains
     * @throws UserFailure if the name is taken by a build with other migrations
     */
    public static void deployed(
            Connection connection, ReleaseScope scope, String name, Collection<String> migrations, String by) {
        refuseName(name);
        try {
            ReleaseTables.prepare(connection, scope);
            Optional<Release> known = find(all(connection, scope), name);
            if (known.isPresent() && !known.get().migrations().equals(Set.copyOf(migrations))) {
                throw takenBy(known.get(), migrations);
            }
            Sql.execute(connection, "BEGIN;\n" + insert(scope, name, migrations, by) + ";\nCOMMIT");
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    private static String insert(ReleaseScope scope, String name, Collection<String> migrations, String by) {
        String release = "INSERT INTO " + scope.table("release") + " (app, schema, name, position, recorded_by) SELECT "
                + scope.values() + ", " + Identifiers.literal(name) + ", coalesce(max(position), 0) + 1, "
                + Identifiers.literal(by) + " FROM " + scope.table("release") + " WHERE " + scope.matches()
                + " ON CONFLICT (app, schema, name) DO UPDATE SET retired_at = NULL";
        if (migrations.isEmpty()) {
            return release;
        }
        return release + ";\nINSERT INTO " + scope.table("release_migration") + " (app, schema, release, name) VALUES "
                + migrations.stream()
                        .map(migration -> "(" + scope.values() + ", " + Identifiers.literal(name) + ", "
                                + Identifiers.literal(migration) + ")")
                        .collect(Collectors.joining(", "))
                + " ON CONFLICT DO NOTHING";
    }

    /**
     * Records that no instance of a release runs any more.
     *
     * @throws UserFailure if no such release is recorded
     */
    public static void retired(Connection connection, ReleaseScope scope, String name) {
        try {
            List<Release> known = all(connection, scope);
            if (find(known, name).isEmpty()) {
                throw new UserFailure(
                        "no release " + name + " is recorded for " + scope.app(),
                        "found:  " + (known.isEmpty() ? "none at all" : names(known)));
            }
            Sql.execute(
                    connection,
                    "UPDATE " + scope.table("release")
                            + " SET retired_at = coalesce(retired_at, pg_catalog.now()) WHERE " + scope.matches()
                            + " AND name = " + Identifiers.literal(name));
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    /** All that are recorded, in the order in which they were. */
    public static List<Release> list(Connection connection, ReleaseScope scope) {
        try {
            return all(connection, scope);
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    private static List<Release> all(Connection connection, ReleaseScope scope) throws SQLException {
        if (!ReleaseTables.exist(connection, scope)) {
            return List.of();
        }
        return Sql.all(
                connection,
                "SELECT r.name, r.retired_at IS NOT NULL, ARRAY(SELECT m.name FROM " + scope.table("release_migration")
                        + " m WHERE m.app = r.app AND m.schema = r.schema AND m.release = r.name) FROM "
                        + scope.table("release") + " r WHERE " + scope.matches() + " ORDER BY r.position",
                row -> new Release(row.getString(1), texts(row.getArray(3)), row.getBoolean(2)));
    }

    private static Set<String> texts(Array array) throws SQLException {
        return new TreeSet<>(Arrays.asList((String[]) array.getArray()));
    }

    private static Optional<Release> find(List<Release> releases, String name) {
        return releases.stream().filter(release -> release.name().equals(name)).findFirst();
    }

    static String names(List<Release> releases) {
        return releases.stream().map(Release::name).collect(Collectors.joining(", "));
    }

    private static void refuseName(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new UserFailure(
                    "a release needs a name of 1 to " + LONGEST_NAME + " printable characters",
                    "fix:    -Dmigrate.release=2024.03");
        }
    }

    private static UserFailure takenBy(Release known, Collection<String> migrations) {
        Set<String> missing = new TreeSet<>(known.migrations());
        missing.removeAll(migrations);
        Set<String> added = new TreeSet<>(migrations);
        added.removeAll(known.migrations());
        return new UserFailure(
                "release " + known.name() + " is recorded with other migrations than this build contains",
                "needed: " + (missing.isEmpty() ? "nothing else" : String.join(", ", missing)),
                "found:  " + (added.isEmpty() ? "nothing else" : String.join(", ", added)),
                "fix:    give this build a name of its own with -Dmigrate.release");
    }

    private static ToolFailure failure(SQLException failed) {
        return new ToolFailure(failed, "the releases cannot be read or recorded: " + failed.getMessage());
    }
}
