package dev.migrate.processor;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of an empty interface that carries {@code dev.migrate.api.internal.ModuleIndex}. A source would need another
 * round, would warn in the last one, and would come back as a stale input of an incremental build; these bytes are a
 * resource like the others.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html">The class File Format</a>
 */
final class MarkerClass {
    static final String PACKAGE = "dev.migrate.index";
    static final String NAME_START = "Migrations_";
    static final String ANNOTATION = "dev.migrate.api.internal.ModuleIndex";

    private static final int MAGIC = 0xCAFEBABE;
    private static final int JAVA_8 = 52;
    private static final int PUBLIC_ABSTRACT_INTERFACE = 0x0001 | 0x0400 | 0x0200;
    private static final int UTF8 = 1;
    private static final int CLASS = 7;

    private final List<String> texts = new ArrayList<>();

    private MarkerClass() {}

    static byte[] bytes(String simpleName, List<String> chunks) throws IOException {
        return new MarkerClass().write(simpleName, chunks);
    }

    private byte[] write(String simpleName, List<String> chunks) throws IOException {
        int name = utf8(PACKAGE.replace('.', '/') + "/" + simpleName);
        int object = utf8("java/lang/Object");
        int attribute = utf8("RuntimeInvisibleAnnotations");
        byte[] annotations = annotations(chunks);
        int nameClass = texts.size() + 1;
        int objectClass = texts.size() + 2;

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(MAGIC);
        out.writeShort(0);
        out.writeShort(JAVA_8);
        out.writeShort(objectClass + 1);
        for (String text : texts) {
            out.writeByte(UTF8);
            out.writeUTF(text);
        }
        for (int reference : List.of(name, object)) {
            out.writeByte(CLASS);
            out.writeShort(reference);
        }
        out.writeShort(PUBLIC_ABSTRACT_INTERFACE);
        out.writeShort(nameClass);
        out.writeShort(objectClass);
        // No interfaces, fields or methods; one attribute.
        out.writeShort(0);
        out.writeShort(0);
        out.writeShort(0);
        out.writeShort(1);
        out.writeShort(attribute);
        out.writeInt(annotations.length);
        out.write(annotations);
        return bytes.toByteArray();
    }

    private byte[] annotations(List<String> chunks) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(1);
        out.writeShort(utf8("L" + ANNOTATION.replace('.', '/') + ";"));
        out.writeShort(1);
        out.writeShort(utf8("value"));
        out.writeByte('[');
        out.writeShort(chunks.size());
        for (String chunk : chunks) {
            out.writeByte('s');
            out.writeShort(utf8(chunk));
        }
        return bytes.toByteArray();
    }

    /** The constant's index, which counts from 1. */
    private int utf8(String text) {
        texts.add(text);
        return texts.size();
    }
}
