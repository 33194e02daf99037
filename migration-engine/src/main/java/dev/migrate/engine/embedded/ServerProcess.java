package dev.migrate.engine.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A running server and the shell that watches the pipe from this process: when the pipe closes, the server ends. */
final class ServerProcess {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(15);

    /**
     * The reader of the pipe is a process of its own, so that it outlives the shell that waits for the server: whichever
     * of Maven and the shell is killed, the server gets its fast shutdown.
     */
    private static final String WATCHDOG = """
            exec 3<&0 </dev/null
            "$@" 3<&- &
            server=$!
            stop() { kill -INT "$server" 2>/dev/null; }
            trap stop INT TERM HUP
            { while read -r ignored; do :; done; stop; } <&3 &
            watcher=$!
            wait "$server"
            status=$?
            while kill -0 "$server" 2>/dev/null; do wait "$server"; status=$?; done
            kill "$watcher" 2>/dev/null
            exit "$status"
            """;

    private final Process watchdog;
    private final int port;

    private ServerProcess(Process watchdog, int port) {
        this.watchdog = watchdog;
        this.port = port;
    }

    /** Starts a server on a free port; empty if it ended or did not become ready. */
    static Optional<ServerProcess> start(Path home, DataDirectory data, List<String> settings) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", WATCHDOG, "migrate-watchdog"));
        command.addAll(List.of(
                home.resolve("bin/postgres").toString(), "-D", data.path().toString(), "-p", "" + port));
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        Process watchdog = new ProcessBuilder(data.runAs().command(command))
                .directory(new java.io.File("/"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(data.log().toFile()))
                .start();
        ServerProcess server = new ServerProcess(watchdog, port);
        if (server.becomesReady(data)) {
            return Optional.of(server);
        }
        server.stop();
        return Optional.empty();
    }

    int port() {
        return port;
    }

    boolean isAlive() {
        return watchdog.isAlive();
    }

    /** A fast shutdown; open sessions are ended. */
    void stop() {
        try {
            watchdog.getOutputStream().close();
        } catch (IOException alreadyClosed) {
            // the watchdog is gone, and with it the server
        }
        try {
            if (!watchdog.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                watchdog.descendants().forEach(ProcessHandle::destroyForcibly);
                watchdog.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean becomesReady(DataDirectory data) {
        long deadline = System.nanoTime() + START.toNanos();
        while (watchdog.isAlive() && System.nanoTime() < deadline) {
            if (data.pidFile()
                    .filter(file -> file.ready() && file.port() == port)
                    .isPresent()) {
                return true;
            }
            Pauses.sleep(Duration.ofMillis(5));
        }
        return false;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }
}
