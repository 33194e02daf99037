package dev.migrate.engine.apply;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names of runs: short enough for {@code application_name}, and never the same twice. */
final class RunId {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 8;

    private RunId() {}

    static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
