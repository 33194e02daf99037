package dev.migrate.processor;

import dev.migrate.core.migration.Place;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** What a compiler can do beyond {@code javax.annotation.processing}: hand over a source text, point into it. */
interface CompilerSide {
    /** The text of the file that declares a type; empty if the compiler has it not from source. */
    Optional<String> source(TypeElement type);

    /** Reports at an exact place; false if it could not, and nothing was reported. */
    boolean report(Diagnostic.Kind kind, Message message, TypeElement type, Place place);

    /** Whether the compiler itself could not parse the file, and says so. */
    default boolean refusedSyntax(TypeElement type) {
        return false;
    }
}
