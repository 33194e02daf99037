package dev.migrate.benchmarks.server;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between clients and the server, on loopback, and listens: the only place where round trips can be counted. */
public final class RoundTripProxy implements AutoCloseable {
    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;

    private final int serverPort;
    private final ServerSocket listener;
    private final List<Conversation> conversations = new CopyOnWriteArrayList<>();

    /** A proxy in front of the server at a port of loopback. */
    public RoundTripProxy(int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start("round-trip-proxy", this::acceptAll);
    }

    /** The proxy's port. */
    public int port() {
        return listener.getLocalPort();
    }

    /** For each connection so far the flights, and for each flight the statements that it executed. */
    public List<List<List<String>>> flights() {
        return conversations.stream().map(Conversation::flights).toList();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void acceptAll() throws IOException {
        while (!listener.isClosed()) {
            Socket client = listener.accept();
            start("round-trip-proxy-connection", () -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Pipe requests = new Pipe(client, server);
            Pipe answers = new Pipe(server, client);
            startSession(requests, answers);
            Conversation conversation = new Conversation();
            conversations.add(conversation);
            start("round-trip-proxy-answers", () -> {
                while (true) {
                    answers.forward((type, body) -> {
                        if (type == 'Z') {
                            conversation.ready();
                        }
                    });
                }
            });
            while (true) {
                requests.forward(conversation::sent);
            }
        }
    }

    /** Messages before the session have no type; a request for encryption is answered by one byte, here always no. */
    private static void startSession(Pipe requests, Pipe answers) throws IOException {
        int code = requests.forwardUntyped();
        while (code == SSL_REQUEST || code == GSS_REQUEST) {
            answers.forwardByte();
            code = requests.forwardUntyped();
        }
    }

    private static void start(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException ended) {
                        // one of the two sides has closed the connection
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws IOException;
    }

    private interface Listener {
        void heard(char type, byte[] body);
    }

    private static final class Pipe {
        private final DataInputStream in;
        private final DataOutputStream out;

        private Pipe(Socket from, Socket to) throws IOException {
            in = new DataInputStream(new BufferedInputStream(from.getInputStream(), 1 << 16));
            out = new DataOutputStream(new BufferedOutputStream(to.getOutputStream(), 1 << 16));
        }

        private void forward(Listener listener) throws IOException {
            int type = in.readUnsignedByte();
            byte[] body = body();
            // Heard before it is passed on: the answer cannot come first.
            listener.heard((char) type, body);
            out.writeByte(type);
            write(body);
        }

        private int forwardUntyped() throws IOException {
            byte[] body = body();
            write(body);
            return new DataInputStream(new java.io.ByteArrayInputStream(body)).readInt();
        }

        private void forwardByte() throws IOException {
            out.writeByte(in.readUnsignedByte());
            out.flush();
        }

        private byte[] body() throws IOException {
            byte[] body = new byte[in.readInt() - Integer.BYTES];
            in.readFully(body);
            return body;
        }

        private void write(byte[] body) throws IOException {
            out.writeInt(body.length + Integer.BYTES);
            out.write(body);
            if (in.available() == 0) {
                out.flush();
            }
        }
    }
}
