package dev.migrate.engine.backup;

import dev.migrate.engine.MigrateException.UserFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A backup's folder while it is written: {@code NAME.partial} until all of it is on disk, then {@code NAME}. Only its
 * owner may read it, whatever the umask says: it holds people's data in clear.
 */
final class BackupFolder {
    static final String PARTIAL = ".partial";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final Path partial;
    private final Path complete;

    private BackupFolder(Path partial, Path complete) {
        this.partial = partial;
        this.complete = complete;
    }

    static BackupFolder create(Path directory, String name) throws IOException {
        if (!NAME.matcher(name).matches() || name.endsWith(PARTIAL)) {
            throw new UserFailure(
                    "a backup cannot be called " + name,
                    "needed: up to 100 letters, digits, dots, dashes and underscores, the first a letter or digit");
        }
        createDirectories(directory);
        Path real = directory.toRealPath();
        Path complete = real.resolve(name);
        if (Files.exists(complete, LinkOption.NOFOLLOW_LINKS)) {
            throw new UserFailure("there is a backup " + complete + " already", "fix:    give this one another name");
        }
        Path partial = real.resolve(name + PARTIAL);
        try {
            Files.createDirectory(partial, permissions("rwx------"));
        } catch (FileAlreadyExistsException interrupted) {
            throw new UserFailure(
                    interrupted,
                    "a backup " + name + " was begun in " + real + " and is not complete",
                    "fix:    remove " + partial + " unless it is being written right now, or choose another name");
        }
        return new BackupFolder(partial, complete);
    }

    private static void createDirectories(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, permissions("rwx------"));
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }

    Path complete() {
        return complete;
    }

    long freeBytes() throws IOException {
        return Files.getFileStore(partial).getUsableSpace();
    }

    /** A new file, on disk when it is closed. */
    OutputStream file(String name) throws IOException {
        FileChannel channel = FileChannel.open(
                partial.resolve(name),
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                permissions("rw-------"));
        OutputStream out = Channels.newOutputStream(channel);
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                out.write(one);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                if (channel.isOpen()) {
                    try (channel) {
                        channel.force(true);
                    }
                }
            }
        };
    }

    /** Writes the manifest and gives the folder its name: from here on it is a backup. */
    void complete(Manifest manifest) throws IOException {
        Path unnamed = partial.resolve(Manifest.FILE + ".new");
        try (FileChannel channel = FileChannel.open(
                unnamed, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), permissions("rw-------"))) {
            ByteBuffer json = ByteBuffer.wrap(manifest.json());
            while (json.hasRemaining()) {
                channel.write(json);
            }
            channel.force(true);
        }
        Files.move(unnamed, partial.resolve(Manifest.FILE), StandardCopyOption.ATOMIC_MOVE);
        sync(partial);
        Files.move(partial, complete, StandardCopyOption.ATOMIC_MOVE);
        sync(complete.resolveSibling("."));
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Removes what an attempt left, as far as the file system lets it. */
    void discard() {
        try (Stream<Path> files = Files.walk(partial)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException stays) {
            // it is called partial and has no manifest: nobody takes it for a backup
        }
    }
}
