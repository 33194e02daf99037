package dev.migrate.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private final List<String> printed = new ArrayList<>();

    @Test
    void aFaultOfTheToolIsOneErrorAndNoException() {
        EveryClassProcessor processor = new EveryClassProcessor();
        processor.init(brokenEnvironment());

        boolean claimed = processor.process(Set.of(), lastRound());
        processor.process(Set.of(), lastRound());

        assertThat(claimed).isFalse();
        assertThat(printed).hasSize(1);
        assertThat(printed.get(0))
                .startsWith("ERROR [MigrateInternalFault] the migrations could not be judged: "
                        + "java.lang.IllegalStateException: no elements\n"
                        + "effect:  this is a fault of the tool, not of your code; the build fails because nothing was"
                        + " checked\n"
                        + "fix:     report it with these lines, the compiler's name and version, and the class that was"
                        + " compiled\n"
                        + "found:   java.lang.IllegalStateException\n"
                        + "         at ");
    }

    @Test
    void bothProcessorsOfACompilationReportItOnce() {
        ProcessingEnvironment environment = brokenEnvironment();
        List<SessionProcessor> processors = List.of(new EveryClassProcessor(), new AnnotationsProcessor());
        processors.forEach(processor -> processor.init(environment));

        processors.forEach(processor -> processor.process(Set.of(), lastRound()));

        assertThat(printed).hasSize(1);
    }

    private ProcessingEnvironment brokenEnvironment() {
        Messager messager = proxy(Messager.class, (proxy, method, arguments) -> {
            printed.add(arguments[0] + " " + arguments[1]);
            return null;
        });
        return proxy(ProcessingEnvironment.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getMessager" -> messager;
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            default -> throw new IllegalStateException("no elements");
        });
    }

    private static RoundEnvironment lastRound() {
        return proxy(RoundEnvironment.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getRootElements" -> Set.of();
            case "processingOver" -> true;
            default -> false;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(FaultsTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
