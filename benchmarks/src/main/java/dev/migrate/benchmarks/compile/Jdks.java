package dev.migrate.benchmarks.compile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The JDKs of this machine by their major version: as the environment or Maven's toolchains name them, else where they lie. */
final class Jdks {
    private static final Pattern TOOLCHAIN = Pattern.compile("<jdkHome>\\s*(.+?)\\s*</jdkHome>");
    private static final Pattern MAJOR = Pattern.compile("\"?(\\d+).*");

    private final SortedMap<Integer, Path> found = new TreeMap<>();

    private Jdks() {}

    /** Those of the wanted versions that are there; {@code JAVA25_HOME} names the one of version 25. */
    static SortedMap<Integer, Path> of(Set<Integer> majors) {
        Jdks jdks = new Jdks();
        Map<String, String> environment = System.getenv();
        for (int major : majors) {
            jdks.add(environment.get("JAVA" + major + "_HOME"));
            jdks.add(environment.get("JDK" + major + "_HOME"));
        }
        jdks.add(System.getProperty("java.home"));
        jdks.add(environment.get("JAVA_HOME"));
        toolchains().forEach(jdks::add);
        folders().forEach(jdks::addAll);
        jdks.found.keySet().retainAll(majors);
        return jdks.found;
    }

    private void add(@Nullable String home) {
        if (home != null) {
            add(Path.of(home));
        }
    }

    private void add(Path home) {
        version(home).ifPresent(major -> found.putIfAbsent(major, home));
        Path onMac = home.resolve("Contents/Home");
        version(onMac).ifPresent(major -> found.putIfAbsent(major, onMac));
    }

    private void addAll(Path folder) {
        try (Stream<Path> homes = Files.list(folder)) {
            homes.sorted().forEach(this::add);
        } catch (IOException notThere) {
            return;
        }
    }

    /** Empty if no compiler is there. */
    private static Optional<Integer> version(Path home) {
        if (!Files.exists(home.resolve("bin/javac")) && !Files.exists(home.resolve("bin/javac.exe"))) {
            return Optional.empty();
        }
        Properties release = new Properties();
        try (InputStream file = Files.newInputStream(home.resolve("release"))) {
            release.load(file);
        } catch (IOException unknown) {
            return Optional.empty();
        }
        Matcher version = MAJOR.matcher(release.getProperty("JAVA_VERSION", ""));
        return version.matches() ? Optional.of(Integer.valueOf(version.group(1))) : Optional.empty();
    }

    private static List<String> toolchains() {
        Path file = Path.of(System.getProperty("user.home", ""), ".m2", "toolchains.xml");
        try {
            return TOOLCHAIN
                    .matcher(Files.readString(file))
                    .results()
                    .map(home -> home.group(1))
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private static List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        Optional.ofNullable(Path.of(System.getProperty("java.home", "")).getParent())
                .ifPresent(folders::add);
        Path user = Path.of(System.getProperty("user.home", ""));
        folders.add(user.resolve(".sdkman/candidates/java"));
        folders.add(user.resolve(".jdks"));
        Stream.of("/usr/lib/jvm", "/opt/java", "/Library/Java/JavaVirtualMachines")
                .map(Path::of)
                .forEach(folders::add);
        return folders;
    }
}
