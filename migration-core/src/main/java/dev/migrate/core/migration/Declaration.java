package dev.migrate.core.migration;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How a migration's class is declared: what the rules about its form look at.
 *
 * @param publicClass whether it is public
 * @param finalClass whether it is final
 * @param topLevel whether it is not nested in another class
 * @param noArgConstructor whether it can be made without arguments
 * @param verifies whether it has a {@code verify} of its own
 * @param annotations this project's annotations that stand on the class, in the order of the text, each {@code Accept}
 *     after its {@code Risky}
 */
public record Declaration(
        boolean publicClass,
        boolean finalClass,
        boolean topLevel,
        boolean noArgConstructor,
        boolean verifies,
        List<AnnotationUse> annotations) {
    /** A well-formed class whose source is not known. */
    public static Declaration wellFormed() {
        return new Declaration(true, true, true, true, false, List.of());
    }

    /** Copies the list. */
    public Declaration {
        annotations = List.copyOf(annotations);
    }

    /** The annotation of that simple name, such as {@code Contract}; the first, if there are more. */
    public Optional<AnnotationUse> annotation(String name) {
        return annotations.stream().filter(use -> use.name().equals(name)).findFirst();
    }

    /**
     * An annotation where it stands.
     *
     * @param name the simple name, such as {@code Contract}
     * @param place from the {@code @} to the end
     * @param values the place of each element's value, by the element's name: that of {@code X} for {@code of =
     *     X.class}
     */
    public record AnnotationUse(String name, Place place, Map<String, Place> values) {
        /** Copies the map. */
        public AnnotationUse {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(place, "place");
            values = Map.copyOf(values);
        }

        /** The place of an element's value, or of the annotation where the element is not written. */
        public Place placeOf(String element) {
            return values.getOrDefault(element, place);
        }
    }
}
