package dev.migrate.engine.embedded;

import dev.migrate.engine.MigrateException.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Under whose name the server runs: PostgreSQL refuses root, so root starts it in a user namespace of its own, where it
 * is nobody and still owns its files; where namespaces are forbidden, as the user nobody, who then owns the data.
 */
enum RunAs {
    /** The ordinary user who runs the build. */
    SELF,
    /** Root, unmapped in a new user namespace. */
    NAMESPACE,
    /** The user nobody. */
    NOBODY;

    private static final String NOBODYS_ID = "65534";

    /**
     * The way that works for this process.
     *
     * @throws UserFailure if the process is root's and neither way is there
     */
    static RunAs detect() {
        if (!isRoot()) {
            return SELF;
        }
        if (succeeds("unshare", "-U", "true")) {
            return NAMESPACE;
        }
        if (succeeds("setpriv", "--reuid=" + NOBODYS_ID, "--regid=" + NOBODYS_ID, "--clear-groups", "true")) {
            return NOBODY;
        }
        throw new UserFailure(
                "the embedded PostgreSQL cannot be started by root here",
                "found:  neither unshare -U nor setpriv works (util-linux is missing, or the container forbids both)",
                "fix:    run the build as an ordinary user",
                "or:     -Dmigrate.url=jdbc:postgresql://HOST/DATABASE, a server of your own");
    }

    /** The command, prefixed so that it runs under that name. */
    List<String> command(List<String> command) {
        List<String> full = new ArrayList<>();
        switch (this) {
            case SELF -> {}
            case NAMESPACE -> full.addAll(List.of("unshare", "-U"));
            case NOBODY ->
                full.addAll(List.of("setpriv", "--reuid=" + NOBODYS_ID, "--regid=" + NOBODYS_ID, "--clear-groups"));
        }
        full.addAll(command);
        return full;
    }

    /** A cache that the server's user can read: root's own home is closed to nobody. */
    BinariesCache cache(BinariesCache preferred) {
        if (this != NOBODY || isOpenToOthers(preferred.root())) {
            return preferred;
        }
        return new BinariesCache(Path.of("/var/cache/migrate/postgres"));
    }

    /**
     * Makes a new, empty data folder the server's.
     *
     * @throws UserFailure if the server's user cannot reach it
     */
    void own(Path folder) throws IOException {
        if (this != NOBODY) {
            return;
        }
        if (!isOpenToOthers(folder.resolveSibling("."))) {
            throw new UserFailure(
                    "the user nobody, as whom root has to run PostgreSQL here, cannot reach " + folder,
                    "fix:    build in a folder that everybody may enter, or as an ordinary user",
                    "or:     -Dmigrate.url=jdbc:postgresql://HOST/DATABASE, a server of your own");
        }
        run("chown", "-R", NOBODYS_ID + ":" + NOBODYS_ID, folder.toString());
    }

    private static boolean isOpenToOthers(Path folder) {
        return Stream.iterate(folder.toAbsolutePath().normalize(), java.util.Objects::nonNull, Path::getParent)
                .filter(Files::exists)
                .allMatch(RunAs::mayBeEntered);
    }

    private static boolean mayBeEntered(Path folder) {
        try {
            return Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException noProc) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static boolean succeeds(String... command) {
        try {
            return run(command) == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static int run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return -1;
        } finally {
            process.destroyForcibly();
        }
    }
}
