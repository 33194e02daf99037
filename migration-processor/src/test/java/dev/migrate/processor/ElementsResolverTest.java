package dev.migrate.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.source.SourceResolver;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ElementsResolverTest {
    /** Several threads read; javac's symbol tables and the caches here are for one. */
    @Test
    void theCompilerIsAskedByOneThreadAtATime() {
        assertThat(Stream.of(SourceResolver.class.getMethods())
                        .filter(question -> !Modifier.isStatic(question.getModifiers()))
                        .map(ElementsResolverTest::answer))
                .isNotEmpty()
                .allMatch(answer -> Modifier.isSynchronized(answer.getModifiers()));
    }

    private static Method answer(Method question) {
        try {
            return ElementsResolver.class.getMethod(question.getName(), question.getParameterTypes());
        } catch (NoSuchMethodException missing) {
            throw new AssertionError("not answered: " + question, missing);
        }
    }
}
