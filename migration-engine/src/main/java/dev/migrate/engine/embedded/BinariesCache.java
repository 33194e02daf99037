package dev.migrate.engine.embedded;

import dev.migrate.engine.MigrateException.UserFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The user's folder of unpacked binaries, a folder a version. An archive is unpacked beside its place and renamed, so
 * that a folder that is there is whole, whoever else unpacks at the same time.
 */
record BinariesCache(Path root) {
    /** {@code migrate.cache}, else {@code $XDG_CACHE_HOME/migrate}, else {@code ~/.cache/migrate}. */
    static BinariesCache ofUser() {
        String property = System.getProperty("migrate.cache", "");
        String xdg = java.util.Objects.requireNonNullElse(System.getenv("XDG_CACHE_HOME"), "");
        Path base;
        if (!property.isBlank()) {
            base = Path.of(property);
        } else if (xdg.startsWith("/")) {
            base = Path.of(xdg, "migrate");
        } else {
            base = Path.of(System.getProperty("user.home", ""), ".cache", "migrate");
        }
        return new BinariesCache(base.toAbsolutePath().resolve("postgres"));
    }

    /**
     * The folder with {@code bin}, {@code lib} and {@code share} of a version, unpacked if it is not there.
     *
     * @throws UserFailure if there are no binaries, or the cache cannot be written
     */
    Path home(PostgresVersion version, Platform platform, PostgresBinaries binaries) {
        Path home = root.resolve(version.full() + "-" + platform.name());
        if (isWhole(home)) {
            return home;
        }
        Path jar = binaries.jar(PostgresBinaries.Artifact.of(version, platform));
        try {
            unpack(jar, home);
        } catch (IOException refused) {
            throw new UserFailure(
                    refused,
                    "PostgreSQL " + version + " cannot be unpacked into " + home,
                    "found:  " + reason(refused),
                    "fix:    make that folder writable, with 60 MB free, or name another with -Dmigrate.cache=FOLDER");
        }
        return home;
    }

    private static boolean isWhole(Path home) {
        return Files.isExecutable(home.resolve("bin/postgres"));
    }

    private void unpack(Path jar, Path home) throws IOException {
        Path parent = Files.createDirectories(home.resolveSibling(".")).normalize();
        Path side = Files.createTempDirectory(parent, ".unpacking-");
        try {
            unpackArchive(jar, side);
            Files.setPosixFilePermissions(side, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(side, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unusual) {
            throw unusual;
        } catch (FileSystemException collision) {
            if (!isWhole(home)) {
                throw collision;
            }
        } finally {
            Trees.delete(side);
        }
    }

    private static void unpackArchive(Path jar, Path target) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            JarEntry archive = file.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException(jar + " holds no .txz archive"));
            try (InputStream packed = new BufferedInputStream(file.getInputStream(archive));
                    TarArchiveInputStream entries = new TarArchiveInputStream(new XZInputStream(packed))) {
                TarArchiveEntry entry = entries.getNextEntry();
                while (entry != null) {
                    unpackEntry(entry, entries, target);
                    entry = entries.getNextEntry();
                }
            }
        }
    }

    private static void unpackEntry(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        Path path = inside(target, target.resolve(entry.getName()), entry);
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Path folder = path.getParent() == null ? target : path.getParent();
        Files.createDirectories(folder);
        if (entry.isSymbolicLink()) {
            inside(target, folder.resolve(entry.getLinkName()), entry);
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.copy(inside(target, target.resolve(entry.getLinkName()), entry), path);
        } else {
            Files.copy(content, path);
            Files.setPosixFilePermissions(path, permissions((entry.getMode() & 0100) != 0));
        }
    }

    private static Path inside(Path target, Path path, TarArchiveEntry entry) throws IOException {
        Path normal = path.normalize();
        if (!normal.startsWith(target)) {
            throw new IOException("the archive's entry " + entry.getName() + " leads out of the archive");
        }
        return normal;
    }

    private static Set<PosixFilePermission> permissions(boolean executable) {
        Set<PosixFilePermission> permissions = new HashSet<>(PosixFilePermissions.fromString("rw-r--r--"));
        if (executable) {
            permissions.addAll(PosixFilePermissions.fromString("--x--x--x"));
        }
        return permissions;
    }

    private static String reason(IOException refused) {
        return Trees.reason(refused);
    }
}
