package dev.migrate.core.recipe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The arguments of a recipe as they crossed the class loaders' border, with their types checked. */
record Arguments(String recipe, Map<String, ?> values) {
    String text(String name) {
        return optionalText(name).orElseThrow(() -> missing(name));
    }

    Optional<String> optionalText(String name) {
        return Optional.ofNullable(values.get(name)).map(String::valueOf);
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    List<String> texts(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    @SuppressWarnings("unchecked")
    Optional<Function<Object[], Object[]>> function(String name) {
        return values.get(name) instanceof Function<?, ?> function
                ? Optional.of((Function<Object[], Object[]>) function)
                : Optional.empty();
    }

    private IllegalArgumentException missing(String name) {
        return new IllegalArgumentException("recipe " + recipe + " has no argument " + name);
    }
}
