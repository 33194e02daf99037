package dev.migrate.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.migrate.core.rule.Rule;
import dev.migrate.core.rule.RuleExamples;
import dev.migrate.core.rule.RuleExamples.SourceFile;
import dev.migrate.core.rule.Rules;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every finding of every rule's bad example points at a token: a name, a literal, a class literal or an annotation, never
 * at a call, a statement or a whole class; and javac's line, column and range are those of that text.
 */
class EveryFindingIsExactTest {
    /** Information, which the compiler does not print. */
    private static final Set<String> SILENT_HERE = Set.of("UnusedAcceptance");

    /** What a person would put a finger on. */
    private static final Pattern TOKEN = Pattern.compile(
            "(?s)\"\"\".*\"\"\"|\"[^\"]*\"(\\s*\\+\\s*\"[^\"]*\")*|[\\w.]+|[\\w.]+\\.class|@\\w+(\\(.*\\))?");

    static Stream<String> rules() {
        return Rules.all().stream().map(Rule::name).filter(rule -> !SILENT_HERE.contains(rule));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void itIsATokenAndItsLineAndColumnAgree(String rule) throws IOException {
        List<Diagnostic<? extends JavaFileObject>> findings =
                findings(RuleExamples.of(rule).bad());
        assertThat(findings).isNotEmpty();
        for (Diagnostic<? extends JavaFileObject> finding : findings) {
            String text = finding.getSource().getCharContent(true).toString();
            int start = (int) finding.getStartPosition();
            int end = (int) finding.getEndPosition();
            assertThat(start).as(finding.getMessage(Locale.ROOT)).isNotNegative();
            String token = pointed(text, finding, start, end);
            assertThat(TOKEN.matcher(token).matches())
                    .as(rule + " points at " + token)
                    .isTrue();
            int position = (int) finding.getPosition();
            assertThat(finding.getLineNumber())
                    .as("the line of the place")
                    .isEqualTo(
                            text.substring(0, position).lines().count() + (text.charAt(position - 1) == '\n' ? 1 : 0));
            assertThat(finding.getColumnNumber()).isEqualTo(position - text.lastIndexOf('\n', position - 1));
        }
    }

    /** A declaration's range is the whole of it; its position is its name. */
    private static String pointed(String text, Diagnostic<?> finding, int start, int end) {
        if (end < 0) {
            // Of an annotation without values javac does not say where it ends.
            return text.substring(start).replaceFirst("(?s)^(@\\w+).*", "$1");
        }
        String range = text.substring(start, end);
        if (range.contains(" class ") || range.contains(" interface ")) {
            String name = text.substring((int) finding.getPosition()).replaceFirst("(?s)\\W.*", "");
            assertThat(range).contains(" " + name + " ");
            return name;
        }
        return range;
    }

    private static List<Diagnostic<? extends JavaFileObject>> findings(List<SourceFile> files) {
        Compilation compilation = Compiler.javac()
                .withProcessors(new EveryClassProcessor(), new AnnotationsProcessor())
                .withOptions("--release", "17")
                .compile(files.stream()
                        .map(file -> JavaFileObjects.forSourceString(
                                file.path().replace(".java", "").replace('/', '.'), file.text()))
                        .toList());
        return List.copyOf(compilation.diagnostics());
    }
}
