package dev.migrate.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Each of jOOQ's entry points to DDL is read, or declared unread with a reason. */
class EntryPointsTest {
    private static final Pattern ENTRY =
            Pattern.compile("(alter|commentOn|create|drop|grant|revoke|truncate|set)([A-Z].*)?");

    private static final Map<String, String> UNREAD = Map.of();

    @Test
    void readsEachMethodOfTheContext() {
        assertThat(unread(entries(DSLContext.class))).isEqualTo(UNREAD.keySet());
    }

    @Test
    void readsEachStaticMethod() {
        assertThat(unread(entries(DSL.class))).isEqualTo(UNREAD.keySet());
    }

    private static Set<String> entries(Class<?> type) {
        Set<String> names = Arrays.stream(type.getMethods())
                .filter(method -> ENTRY.matcher(method.getName()).matches())
                .filter(method -> isStatement(method.getReturnType()))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(names).hasSizeGreaterThan(50);
        return names;
    }

    /** The steps of statements and the statements that have no steps; a type of jOOQ's that is neither is none. */
    private static boolean isStatement(Class<?> result) {
        return result.getSimpleName().endsWith("Step") || result.getSimpleName().equals("RowCountQuery");
    }

    private static Set<String> unread(Set<String> entries) {
        return entries.stream()
                .filter(name -> !DslFunctions.begins(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
