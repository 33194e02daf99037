package dev.migrate.engine.backup;

import dev.migrate.engine.MigrateException.UserFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares a backup's files with its manifest: exactly that set, each with its size and SHA-256. */
final class FileCheck {
    private FileCheck() {}

    static void check(Path folder, Manifest manifest) {
        try {
            refuseAnotherSet(folder, manifest);
            for (Manifest.Table table : manifest.tables()) {
                check(folder, table);
            }
        } catch (IOException unreadable) {
            throw damaged(folder, "it cannot be read: " + unreadable.getMessage());
        }
    }

    private static void refuseAnotherSet(Path folder, Manifest manifest) throws IOException {
        Set<String> expected =
                manifest.tables().stream().map(Manifest.Table::file).collect(Collectors.toCollection(TreeSet::new));
        expected.add(Manifest.FILE);
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> found = files.map(file -> String.valueOf(file.getFileName()))
                    .collect(Collectors.toCollection(TreeSet::new));
            List<String> missing =
                    expected.stream().filter(name -> !found.contains(name)).toList();
            List<String> extra =
                    found.stream().filter(name -> !expected.contains(name)).toList();
            if (!missing.isEmpty()) {
                throw damaged(folder, String.join(", ", missing) + " is missing");
            }
            if (!extra.isEmpty()) {
                throw damaged(folder, String.join(", ", extra) + " is not in the manifest");
            }
        }
    }

    private static void check(Path folder, Manifest.Table table) throws IOException {
        Path file = folder.resolve(table.file());
        long size = Files.size(file);
        if (size != table.bytes()) {
            throw damaged(
                    folder,
                    table.file() + " (" + table.objectName() + ") has " + size + " bytes, not " + table.bytes());
        }
        MessageDigest digest = TableWriter.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(table.sha256())) {
            throw damaged(folder, table.file() + " (" + table.objectName() + ") differs from its SHA-256");
        }
    }

    private static UserFailure damaged(Path folder, String found) {
        return new UserFailure(
                "the backup " + folder + " is damaged", "found:  " + found, "note:   nothing was restored from it");
    }
}
