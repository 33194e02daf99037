package dev.migrate.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.migrate.api.Hazard;
import dev.migrate.core.rule.Rule;
import dev.migrate.core.rule.RuleExamples;
import dev.migrate.core.rule.RuleExamples.SourceFile;
import dev.migrate.core.rule.Rules;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever follows a message to the letter gets a module that compiles without another word. */
class FixesTest {
    /** Why a rule's fix is words, which no test can follow. */
    private static final Map<String, String> IN_WORDS = Map.ofEntries(
            Map.entry("TruncateLosesData", "the application deletes the rows"),
            Map.entry("WorksUnderLock", "there is no way that fits every statement"),
            Map.entry("WorksUnderEarlierLock", "the statements of the block are written apart"),
            Map.entry("BreaksRunningRelease", "only its author knows what a release needs"),
            Map.entry("RefusedByServer", "what is possible instead hangs on what is refused"),
            Map.entry("LeavesDataUnprotected", "it goes last, beside what is there: SilenceTest follows it"),
            Map.entry("UnreadStatement", "only its author knows what the statement does"),
            Map.entry("OutsideMigrations", "it is another file, for a package that is the author's to choose"),
            Map.entry("ContractWithoutExpand", "the example has no expand that it could name"),
            Map.entry("SecondContract", "a class is deleted"),
            Map.entry("ContractInSameRelease", "a class moves to a package of a later release"),
            Map.entry("WrongAnnotations", "only its author knows which of two kinds is meant"),
            Map.entry("MissingWayBack", "only its author knows the inverse"),
            Map.entry("BlankReason", "only its author knows the reason"),
            Map.entry("UnusedAcceptance", "information, which the compiler does not print"),
            Map.entry("DependencyCycle", "one annotation of several is removed"),
            Map.entry("LostByJooq", "only the recorded reading knows it"));

    static Stream<String> withSteps() {
        return Rules.all().stream().map(Rule::name).filter(rule -> !IN_WORDS.containsKey(rule));
    }

    /** Every hazard can be accepted, and what has no way back can say so. */
    static Stream<String> withOtherWay() {
        return Stream.concat(Stream.of(Hazard.values()).map(Hazard::ruleName), Stream.of("MissingWayBack"));
    }

    @ParameterizedTest
    @MethodSource("withSteps")
    void theFixCompiles(String rule) {
        List<SourceFile> bad = RuleExamples.of(rule).bad();
        Diagnostic<? extends JavaFileObject> finding = finding(bad);

        Patched patched =
                new Patched(bad, path(finding, bad)).fix(Advice.of(finding).fix(), (int) finding.getPosition());

        assertThat(patched.changed()).as(Advice.of(finding).text()).isTrue();
        assertSilent(patched);
    }

    @ParameterizedTest
    @MethodSource("withOtherWay")
    void theOtherWayCompiles(String rule) {
        List<SourceFile> bad = RuleExamples.of(rule).bad();
        Diagnostic<? extends JavaFileObject> finding = finding(bad);

        Patched patched =
                new Patched(bad, path(finding, bad)).or(Advice.of(finding).or());

        assertThat(patched.changed()).as(Advice.of(finding).text()).isTrue();
        assertSilent(patched);
    }

    private static Diagnostic<? extends JavaFileObject> finding(List<SourceFile> files) {
        List<Diagnostic<? extends JavaFileObject>> found =
                List.copyOf(compile(files).diagnostics());
        assertThat(found).isNotEmpty();
        return found.get(0);
    }

    private static String path(Diagnostic<? extends JavaFileObject> finding, List<SourceFile> files) {
        String source = finding.getSource().toUri().toString();
        return files.stream()
                .map(SourceFile::path)
                .filter(source::endsWith)
                .findFirst()
                .orElseThrow();
    }

    private static void assertSilent(Patched patched) {
        Compilation compilation = compile(patched.files());
        assertThat(compilation.diagnostics())
                .as(String.join(
                        "\n", patched.files().stream().map(SourceFile::text).toList()))
                .isEmpty();
    }

    private static Compilation compile(List<SourceFile> files) {
        return Compiler.javac()
                .withProcessors(new EveryClassProcessor(), new AnnotationsProcessor())
                .withOptions("--release", "17")
                .compile(files.stream()
                        .map(file -> JavaFileObjects.forSourceString(
                                file.path().replace(".java", "").replace('/', '.'), file.text()))
                        .toList());
    }
}
