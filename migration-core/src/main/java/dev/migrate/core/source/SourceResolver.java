package dev.migrate.core.source;

import java.util.Objects;
import java.util.Optional;

/**
 * What one source file names and others decide. Types are given by their canonical name, {@code a.b.Outer.Inner}. An
 * answer that is not known is empty or false, never a guess: the reader then calls the place that needed it opaque.
 *
 * <p>The reader knows the types of this project's API and of jOOQ by itself and does not ask for them. It applies the
 * imports of the file: each question names a candidate, and the first candidate that exists is taken.
 */
public interface SourceResolver {
    /**
     * The binary name of a type, {@code a.b.Outer$Inner}; empty if there is none of that name.
     *
     * @param type a canonical name
     */
    Optional<String> binaryName(String type);

    /**
     * The value of a constant variable: static or not, declared in the type or inherited, final, with a constant
     * initialiser. Empty for every other field.
     *
     * @param type a canonical name
     * @param field a simple name
     * @return a {@code String}, {@code Boolean}, {@code Character} or {@code Number}
     */
    Optional<Object> constant(String type, String field);

    /**
     * Whether a type is, extends or implements another, over any number of steps.
     *
     * @param type a canonical name
     * @param superType a canonical name; also one of this project's API
     */
    boolean isSubtype(String type, String superType);

    /**
     * Whether a type has a method of that name, declared or inherited; it decides between two static imports on demand.
     *
     * @param type a canonical name
     * @param method a simple name
     */
    boolean hasMethod(String type, String method);

    /**
     * The annotations of exactly this package, not of those above it; empty if it has no {@code package-info}.
     *
     * @param packageName such as {@code polls.migrations}
     */
    Optional<PackageInfo> packageInfo(String packageName);

    /**
     * The source file that declares a type, in it or nested in another; empty where it is not known. Asked only for what
     * a migration uses of the type: a helper method, a field that is no constant, an enum.
     *
     * @param type a canonical name
     */
    default Optional<Unit> source(String type) {
        return Optional.empty();
    }

    /**
     * A source file.
     *
     * @param file a name that no other file has
     */
    record Unit(String file, String text) {
        /** Refuses null. */
        public Unit {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(text, "text");
        }
    }
}
