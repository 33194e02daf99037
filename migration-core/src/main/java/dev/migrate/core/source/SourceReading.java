package dev.migrate.core.source;

import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Place;
import dev.migrate.core.migration.Step;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a source file holds.
 *
 * @param migrations in the order of the text; empty if it declares none
 * @param packageInfo what the file says as a {@code package-info.java}
 * @param unread the first problem, if the file could not be parsed; then nothing else is known
 */
public record SourceReading(
        String file, List<ReadMigration> migrations, Optional<PackageInfo> packageInfo, Optional<Unread> unread) {
    /** Copies the list. */
    public SourceReading {
        Objects.requireNonNull(file, "file");
        migrations = List.copyOf(migrations);
        Objects.requireNonNull(packageInfo, "packageInfo");
        Objects.requireNonNull(unread, "unread");
    }

    /**
     * A migration and what its Java row functions are made of.
     *
     * @param rowFunctionTokens the tokens of each {@code computing} function, of its model, and of the methods, fields
     *     and nested types of the class that these use, without comments and white space: a part of the fingerprint.
     *     Empty for a migration without row functions
     */
    public record ReadMigration(Migration migration, List<String> rowFunctionTokens) {
        /** Copies the list. */
        public ReadMigration {
            Objects.requireNonNull(migration, "migration");
            rowFunctionTokens = List.copyOf(rowFunctionTokens);
        }
    }

    /**
     * Why a file could not be read.
     *
     * @param reason the parser's words
     */
    public record Unread(String reason, Place place) {
        /** Refuses null. */
        public Unread {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(place, "place");
        }
    }

    /**
     * A class that executes statements itself, such as a Java migration of Flyway's.
     *
     * @param className the binary name
     * @param caller who calls its methods
     * @param outside whether it says that it runs without a transaction
     * @param steps what it executes, in order; what may run only under a condition that is not known is among them
     * @param place the class's name
     */
    public record Script(
            String className, String simpleName, Caller caller, boolean outside, List<Step> steps, Place place) {
        /** Copies the list. */
        public Script {
            Objects.requireNonNull(caller, "caller");
            Objects.requireNonNull(className, "className");
            Objects.requireNonNull(simpleName, "simpleName");
            Objects.requireNonNull(place, "place");
            steps = List.copyOf(steps);
        }
    }

    /** Who calls the methods of a class that executes statements. */
    public enum Caller {
        /** A tool, by an interface or a base class of its own. */
        TOOL,
        /** Somebody who makes an object of it. */
        OWNER,
        /** Anybody: all that executes is static, as helpers are. */
        ANYBODY
    }

    /**
     * The scripts of a file.
     *
     * @param unread the first problem, if the file could not be parsed
     */
    public record Scripts(List<Script> scripts, Optional<Unread> unread) {
        /** Copies the list. */
        public Scripts {
            scripts = List.copyOf(scripts);
            Objects.requireNonNull(unread, "unread");
        }
    }
}
