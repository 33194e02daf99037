package dev.migrate.core.index;

import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Place;
import dev.migrate.core.migration.Step;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.recipe.Recipe;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What binds a migration to others: the names of what it is and works on, and all words it says. Two migrations can
 * matter to each other only if a name of one is a word of the other, or a third one binds them so. It is meant to bind
 * too much rather than too little: a word counts wherever it stands, in an expression, a text of SQL or a reason.
 *
 * @param names its class, its number in its app, its tables and other objects
 * @param words the names, and every other word of its steps, checks, acceptances and dependencies
 */
record Links(Set<String> names, Set<String> words) {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}_$.#:]+");
    private static final String IN_LISTS = " ";
    private static final String BETWEEN_LISTS = "|";

    /** {@link #text()} of what is bound to nothing. */
    static final String NONE = BETWEEN_LISTS;

    /** Whoever holds a statement that nobody could read may have to do with everything. */
    private static final String EVERYTHING = "#";

    /** Those of a migration. */
    static Links of(Migration migration) {
        Collector found = new Collector();
        found.name(migration.className());
        migration
                .app()
                .ifPresent(app -> migration.name().ifPresent(name -> found.name("#" + app + ":" + name.number())));
        found.word(EVERYTHING);
        migration.of().ifPresent(found::word);
        migration.dependsOn().forEach(found::word);
        found.walk(migration.accepted());
        found.walk(migration.checks());
        migration.up().forEach(found::step);
        migration.down().ifPresent(steps -> steps.forEach(found::step));
        migration.atContract().forEach(found::step);
        return new Links(found.names, found.words);
    }

    /** Whether it can be a {@link #text()}. */
    static boolean isText(String text) {
        return text.contains(BETWEEN_LISTS);
    }

    /** Reads {@link #text()}. */
    static Links parse(String text) {
        int bar = text.indexOf(BETWEEN_LISTS);
        if (bar < 0) {
            throw new IndexUnreadable("the names of an entry are missing");
        }
        Set<String> names = split(text.substring(0, bar));
        Set<String> words = split(text.substring(bar + 1));
        words.addAll(names);
        return new Links(names, words);
    }

    /** One line without tabs; the names are not repeated among the words. */
    String text() {
        Set<String> others = new TreeSet<>(words);
        others.removeAll(names);
        return String.join(IN_LISTS, new TreeSet<>(names)) + BETWEEN_LISTS + String.join(IN_LISTS, others);
    }

    private static Set<String> split(String list) {
        Set<String> words = new HashSet<>();
        for (String word : list.split(IN_LISTS, -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    private static final class Collector {
        private final Set<String> names = new TreeSet<>();
        private final Set<String> words = new TreeSet<>();

        void name(String name) {
            names.add(name);
            words.add(name);
        }

        void word(String word) {
            words.add(word);
        }

        void step(Step step) {
            if (step instanceof Step.RecipeUse use) {
                recipe(use.recipe());
            } else {
                walk(step);
            }
        }

        private void recipe(Recipe recipe) {
            recipe.operations().forEach(this::walk);
            recipe.contractOperations().forEach(this::walk);
            walk(recipe);
        }

        private void walk(Object value) {
            if (value instanceof ObjectName object) {
                text(object.name(), names);
            }
            if (value instanceof DdlOperation.Opaque) {
                name(EVERYTHING);
            }
            if (value instanceof String text) {
                text(text, words);
            } else if (value instanceof Iterable<?> list) {
                list.forEach(this::walk);
            } else if (value instanceof Optional<?> optional) {
                optional.ifPresent(this::walk);
            } else if (value instanceof Map<?, ?> map) {
                map.forEach((key, element) -> walk(element));
            } else if (value instanceof Record record && !(value instanceof Place)) {
                parts(record);
            }
        }

        private void parts(Record record) {
            for (RecordShape.Part part : RecordShape.of(record.getClass()).parts()) {
                Object value = part.of(record);
                if (value instanceof ObjectName object && !(record instanceof DdlOperation.OfTable)) {
                    tableOf(object.name());
                }
                walk(value);
            }
        }

        /** An index or a sequence that nobody named has its table's name in front of its own. */
        private void tableOf(String object) {
            for (int at = object.indexOf('_'); at > 0; at = object.indexOf('_', at + 1)) {
                text(object.substring(0, at), names);
            }
        }

        private void text(String text, Set<String> into) {
            for (String word : NO_WORD.split(text.toLowerCase(Locale.ROOT), -1)) {
                for (String piece : word.split("\\.", -1)) {
                    if (!piece.isEmpty()) {
                        into.add(piece);
                        words.add(piece);
                    }
                }
            }
        }
    }

    /** Of those given, the positions of the ones that are bound to the seeds, over others too. */
    static List<Integer> bound(List<Links> all, List<Links> seeds) {
        Set<String> names = new HashSet<>();
        Set<String> words = new HashSet<>();
        seeds.forEach(seed -> {
            names.addAll(seed.names);
            words.addAll(seed.words);
        });
        Set<Integer> bound = new TreeSet<>();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (int at = 0; at < all.size(); at++) {
                Links links = all.get(at);
                if (!bound.contains(at) && (meet(links.names, words) || meet(links.words, names))) {
                    bound.add(at);
                    names.addAll(links.names);
                    words.addAll(links.words);
                    grown = true;
                }
            }
        }
        return List.copyOf(bound);
    }

    private static boolean meet(Set<String> some, Set<String> others) {
        for (String each : some) {
            if (others.contains(each)) {
                return true;
            }
        }
        return false;
    }
}
