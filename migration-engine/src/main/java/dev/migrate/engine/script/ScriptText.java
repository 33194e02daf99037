package dev.migrate.engine.script;

import dev.migrate.engine.MigrateException.UserFailure;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The text of a file's bytes: UTF-8, with or without a byte order mark; Windows-1252 where they are no UTF-8.
 *
 * @param warning what had to be guessed
 */
record ScriptText(String text, Optional<String> warning) {
    /**
     * Decodes.
     *
     * @param name the file, as messages name it
     * @throws UserFailure if the bytes are no text, or text of UTF-16
     */
    static ScriptText of(byte[] bytes, String name) {
        refuseUtf16(bytes, name);
        int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
                    .toString();
            return new ScriptText(text, Optional.empty());
        } catch (CharacterCodingException other) {
            return new ScriptText(
                    new String(bytes, Charset.forName("windows-1252")),
                    Optional.of(name + " is not UTF-8; it is read as Windows-1252"));
        }
    }

    private static void refuseUtf16(byte[] bytes, String name) {
        boolean marked = startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE);
        int nul = marked ? -1 : indexOfNul(bytes);
        if (!marked && nul < 0) {
            return;
        }
        throw new UserFailure(
                name + " is not a text of UTF-8",
                marked ? "found:  the byte order mark of UTF-16" : "found:  a NUL byte at offset " + nul,
                "fix:    iconv -f utf-16 -t utf-8, or leave the file out");
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int at = 0; at < prefix.length; at++) {
            if (at >= bytes.length || (bytes[at] & 0xFF) != prefix[at]) {
                return false;
            }
        }
        return true;
    }

    private static int indexOfNul(byte[] bytes) {
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == 0) {
                return at;
            }
        }
        return -1;
    }
}
