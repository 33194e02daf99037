package dev.migrate.engine.embedded;

import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.event.Event;
import dev.migrate.engine.event.Events;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The right to use a data directory: a locked file beside it, which the system frees when its process ends. A process
 * loses its lock as soon as it closes any channel on the file, so within the process a system property is asked first:
 * it is the one thing that all class loaders share.
 */
final class DataLock implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final String property;
    private final FileChannel channel;
    private final FileLock lock;

    private DataLock(String property, FileChannel channel, FileLock lock) {
        this.property = property;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Waits for the lock, and says so once.
     *
     * @throws UserFailure if it is not free in time
     */
    static DataLock acquire(Path data, Duration patience, Events events) throws IOException {
        Path file = data.resolveSibling(data.getFileName() + ".lock");
        long deadline = System.nanoTime() + patience.toNanos();
        boolean said = false;
        while (true) {
            DataLock acquired = tryAcquire(file);
            if (acquired != null) {
                return acquired;
            }
            if (System.nanoTime() >= deadline) {
                throw new UserFailure(
                        "the embedded database in " + data + " is in use by " + holder(file),
                        "fix:    let it end, or give this build a data directory of its own");
            }
            if (!said) {
                events.accept(new Event.Note(
                        "waiting for " + holder(file) + ", which uses the embedded database in " + data));
                said = true;
            }
            Pauses.sleep(PAUSE);
        }
    }

    private static @Nullable DataLock tryAcquire(Path file) throws IOException {
        String property = "migrate.embedded.lock." + file;
        if (System.getProperties().putIfAbsent(property, "held") != null) {
            return null;
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                sign(channel);
                return new DataLock(property, channel, lock);
            }
        } catch (IOException | RuntimeException failed) {
            release(property, channel);
            throw failed;
        }
        release(property, channel);
        return null;
    }

    private static void sign(FileChannel channel) throws IOException {
        byte[] name = ("process " + ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(name), 0);
    }

    private static String holder(Path file) {
        if (System.getProperties().containsKey("migrate.embedded.lock." + file)) {
            return "this process";
        }
        try {
            String name = Files.readString(file, StandardCharsets.US_ASCII);
            return name.isBlank() ? "another process" : name;
        } catch (IOException unreadable) {
            return "another process";
        }
    }

    private static void release(String property, @Nullable FileChannel channel) throws IOException {
        try {
            if (channel != null) {
                channel.close();
            }
        } finally {
            System.getProperties().remove(property);
        }
    }

    @Override
    public void close() throws IOException {
        if (lock.isValid()) {
            release(property, channel);
        }
    }
}
