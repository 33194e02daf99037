package dev.migrate.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.migrate.core.rule.Rule;
import dev.migrate.core.rule.RuleExamples;
import dev.migrate.core.rule.RuleExamples.SourceFile;
import dev.migrate.core.rule.Rules;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule's examples, through the compiler. */
class ExamplesOfTheRulesTest {
    /** Information, which the compiler does not print. */
    private static final Set<String> SILENT_HERE = Set.of("UnusedAcceptance");

    static Stream<String> rules() {
        return Rules.all().stream().map(Rule::name);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theBadExampleIsReportedByItsRuleAloneAndOnlyWhereItsTextIs(String rule) {
        List<Diagnostic<? extends JavaFileObject>> findings =
                findings(RuleExamples.of(rule).bad());

        if (SILENT_HERE.contains(rule)) {
            assertThat(findings).isEmpty();
            return;
        }
        assertThat(findings).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.getMessage(Locale.ROOT)).startsWith("[" + rule + "] ");
            assertThat(finding.getSource())
                    .as("a file, not the whole compilation")
                    .isNotNull();
            assertThat(finding.getLineNumber()).isPositive();
            assertThat(finding.getColumnNumber()).isPositive();
        });
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theGoodExampleCompilesWithoutAWord(String rule) {
        Compilation compilation = compile(RuleExamples.of(rule).good());

        assertThat(compilation.status())
                .as(compilation.diagnostics().toString())
                .isEqualTo(Compilation.Status.SUCCESS);
        assertThat(compilation.diagnostics()).isEmpty();
    }

    private static List<Diagnostic<? extends JavaFileObject>> findings(List<SourceFile> files) {
        return compile(files).diagnostics().stream().collect(Collectors.toList());
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
