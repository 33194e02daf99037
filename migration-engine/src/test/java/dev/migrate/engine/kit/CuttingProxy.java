package dev.migrate.engine.kit;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands between a runner and its server, and cuts the connection once: at the nth request that ends with COMMIT, either
 * before the server gets it or after the server has answered it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-message-formats.html">Message Formats</a>
 */
public final class CuttingProxy implements AutoCloseable {
    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;
    private static final int CANCEL_REQUEST = 80877102;
    private static final Pattern ADDRESS = Pattern.compile("//([^/:]+):(\\d+)/");

    private final ServerSocket door;
    private final String host;
    private final int port;
    private final Loss loss;
    private final int wanted;
    private final AtomicInteger commits = new AtomicInteger();

    /** What is lost. */
    public enum Loss {
        /** The request: the server never sees it. */
        REQUEST,
        /** The answer: the server has committed. */
        ANSWER,
        /** Nothing. */
        NOTHING
    }

    /**
     * Opens it.
     *
     * @param url of the server
     * @param wanted which COMMIT, counted from 1
     */
    public CuttingProxy(String url, Loss loss, int wanted) {
        Matcher address = ADDRESS.matcher(url);
        if (!address.find()) {
            throw new IllegalArgumentException(url);
        }
        this.host = address.group(1);
        this.port = Integer.parseInt(address.group(2));
        this.loss = loss;
        this.wanted = wanted;
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        daemon(this::accept);
    }

    /** The URL that leads through it. */
    public String through(String url) {
        return ADDRESS.matcher(url).replaceFirst("//127.0.0.1:" + door.getLocalPort() + "/");
    }

    /** How many requests with COMMIT went by. */
    public int commits() {
        return commits.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket server = new Socket(host, port);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                Cable cable = new Cable(client, server);
                daemon(cable::requests);
                daemon(cable::answers);
            }
        } catch (IOException closed) {
            // the test has ended
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "cutting proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One connection. */
    private final class Cable {
        private final Socket client;
        private final Socket server;
        private volatile boolean swallowsAnswers;

        Cable(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void requests() {
            try (client;
                    server) {
                DataInputStream in = new DataInputStream(client.getInputStream());
                OutputStream out = server.getOutputStream();
                boolean greeted = false;
                while (!greeted) {
                    greeted = greeting(in, out);
                }
                while (true) {
                    byte type = in.readByte();
                    int length = in.readInt();
                    byte[] body = in.readNBytes(length - 4);
                    if (type == 'Q' && endsWithCommit(body) && commits.incrementAndGet() == wanted) {
                        if (loss == Loss.REQUEST) {
                            return;
                        }
                        swallowsAnswers = loss == Loss.ANSWER;
                    }
                    out.write(ByteBuffer.allocate(5 + body.length)
                            .put(type)
                            .putInt(length)
                            .put(body)
                            .array());
                    out.flush();
                }
            } catch (IOException ended) {
                // either side has closed
            }
        }

        /** Whether that was the last message without a type. */
        private boolean greeting(DataInputStream in, OutputStream out) throws IOException {
            int length = in.readInt();
            byte[] body = in.readNBytes(length - 4);
            int code = ByteBuffer.wrap(body).getInt();
            out.write(ByteBuffer.allocate(length).putInt(length).put(body).array());
            out.flush();
            return code != SSL_REQUEST && code != GSS_REQUEST && code != CANCEL_REQUEST;
        }

        private static boolean endsWithCommit(byte[] body) {
            return new String(body, StandardCharsets.UTF_8)
                    .stripTrailing()
                    .replace("\0", "")
                    .endsWith("COMMIT");
        }

        void answers() {
            try (client;
                    server) {
                InputStream in = server.getInputStream();
                OutputStream out = client.getOutputStream();
                byte[] buffer = new byte[16384];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (!swallowsAnswers) {
                        out.write(buffer, 0, read);
                        out.flush();
                    } else if (readyForQuery(buffer, read)) {
                        return;
                    }
                }
            } catch (IOException ended) {
                // either side has closed
            }
        }

        private static boolean readyForQuery(byte[] buffer, int read) {
            return read >= 6 && buffer[read - 6] == 'Z' && buffer[read - 2] == 5;
        }
    }
}
