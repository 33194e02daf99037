package dev.migrate.core.script;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file's name says.
 *
 * @param version empty for files that their names give no number
 * @param flyway whether it is a name of Flyway's form, or one that was meant to be
 */
record ScriptName(Kind kind, Optional<ScriptVersion> version, String description, boolean flyway) {
    private static final Pattern VERSIONED = Pattern.compile("([VUB])(\\d+(?:[._]\\d+)*)(?:__(.*))?");
    private static final Pattern REPEATABLE = Pattern.compile("R__(.*)");
    private static final Pattern CALLBACK = Pattern.compile("(?:before|after)[A-Z]\\w*|createSchema(?:__.*)?");
    /** Meant for Flyway, and passed over by it: one underscore, a lower-case prefix, no version. */
    private static final Pattern NEARLY = Pattern.compile("[Vv][_.]?(\\d+(?:[._]\\d+)*)(?![0-9]).*|R_[^_].*|r__.*");

    private static final Pattern NUMBERED = Pattern.compile("(\\d+(?:[._-]\\d+)*)(?![0-9A-Za-z])[._-]*(.*)");

    enum Kind {
        /** Runs once, in the order of versions. */
        VERSIONED,
        /** Runs after all versioned ones. */
        REPEATABLE,
        /** Takes a versioned one back. */
        UNDO,
        /** Stands for all versions up to its own in a new database. */
        BASELINE,
        /** Runs around migrations. */
        CALLBACK,
        /** Was meant to have a version. */
        MALFORMED,
        /** Has a name and no number. */
        PLAIN
    }

    ScriptName {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(version, "version");
    }

    static ScriptName of(ScriptFile file) {
        String name = withoutEnding(file.fileName());
        Matcher versioned = VERSIONED.matcher(name);
        if (versioned.matches()) {
            return new ScriptName(
                    kind(versioned.group(1)), version(versioned.group(2)), text(versioned.group(3)), true);
        }
        Matcher repeatable = REPEATABLE.matcher(name);
        if (repeatable.matches()) {
            return new ScriptName(Kind.REPEATABLE, Optional.empty(), repeatable.group(1), true);
        }
        if (CALLBACK.matcher(name).matches()) {
            return new ScriptName(Kind.CALLBACK, Optional.empty(), name, true);
        }
        return ofOtherTools(file, name);
    }

    private static ScriptName ofOtherTools(ScriptFile file, String name) {
        boolean down = name.endsWith(".down") || name.endsWith(".undo");
        String stem = name.replaceFirst("\\.(?:up|down|do|undo)$", "");
        Optional<ScriptName> inFolder = inNumberedFolder(file.folderName(), stem);
        if (inFolder.isPresent()) {
            return inFolder.get();
        }
        Matcher numbered = NUMBERED.matcher(stem);
        if (numbered.matches()) {
            return new ScriptName(
                    down ? Kind.UNDO : Kind.VERSIONED, version(numbered.group(1)), numbered.group(2), false);
        }
        Matcher nearly = NEARLY.matcher(name);
        if (nearly.matches()) {
            return new ScriptName(Kind.MALFORMED, version(text(nearly.group(1))), name, true);
        }
        return new ScriptName(down ? Kind.UNDO : Kind.PLAIN, Optional.empty(), stem, false);
    }

    /** Prisma's {@code 20240101_init/migration.sql}, Diesel's {@code 2024-01-01-000000_init/up.sql}. */
    private static Optional<ScriptName> inNumberedFolder(String folder, String stem) {
        Matcher numbered = NUMBERED.matcher(folder);
        if (!numbered.matches() || !(stem.equals("migration") || stem.equals("up") || stem.equals("down"))) {
            return Optional.empty();
        }
        Kind kind = stem.equals("down") ? Kind.UNDO : Kind.VERSIONED;
        return Optional.of(new ScriptName(kind, version(numbered.group(1)), numbered.group(2), false));
    }

    private static Kind kind(String prefix) {
        return switch (prefix) {
            case "U" -> Kind.UNDO;
            case "B" -> Kind.BASELINE;
            default -> Kind.VERSIONED;
        };
    }

    private static Optional<ScriptVersion> version(String digits) {
        return ScriptVersion.parse(digits);
    }

    private static String text(@org.jspecify.annotations.Nullable String group) {
        return group == null ? "" : group;
    }

    private static String withoutEnding(String fileName) {
        return fileName.replaceFirst("(?i)\\.(?:sql|psql|pgsql|ddl|java)$", "");
    }
}
