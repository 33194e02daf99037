package dev.migrate.core.index;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash by which an entry knows the source text it was made from. */
public final class SourceHash {
    private SourceHash() {}

    /**
     * SHA-256 in lower-case hexadecimal digits.
     *
     * @param text a source file's text; line ends do not count, so that checkouts on every system agree
     */
    public static String of(String text) {
        String normalised = text.replace("\r\n", "\n").replace('\r', '\n');
        return HexFormat.of().formatHex(sha256().digest(normalised.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
