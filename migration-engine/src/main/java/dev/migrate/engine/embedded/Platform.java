package dev.migrate.engine.embedded;

import dev.migrate.engine.MigrateException.UserFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * An operating system and processor, as the binaries' artifacts name them.
 *
 * @param name such as {@code linux-amd64}
 */
public record Platform(String name) {
    /** Refuses null. */
    public Platform {
        Objects.requireNonNull(name, "name");
    }

    /**
     * The machine that this process runs on.
     *
     * @throws UserFailure if nobody publishes binaries for it, or the server cannot be looked after there
     */
    public static Platform current() {
        return of(
                System.getProperty("os.name", ""),
                System.getProperty("os.arch", ""),
                Files.exists(Path.of("/etc/alpine-release")));
    }

    static Platform of(String system, String processor, boolean alpine) {
        String arch = arch(processor.toLowerCase(Locale.ROOT));
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("linux") && !arch.isEmpty()) {
            String linux = "linux-" + (arch.equals("arm64") ? "arm64v8" : arch);
            return new Platform(alpine ? linux + "-alpine" : linux);
        }
        if (os.startsWith("mac") && !arch.isEmpty()) {
            return new Platform("darwin-" + (arch.equals("arm64") ? "arm64v8" : arch));
        }
        throw new UserFailure(
                "the embedded PostgreSQL does not run on " + system + " " + processor,
                "needed: Linux or macOS on amd64 or arm64 (on Windows: inside WSL)",
                "or:     -Dmigrate.url=jdbc:postgresql://HOST/DATABASE, a server of your own");
    }

    private static String arch(String processor) {
        return switch (processor) {
            case "amd64", "x86_64", "x64" -> "amd64";
            case "aarch64", "arm64" -> "arm64";
            default -> "";
        };
    }
}
