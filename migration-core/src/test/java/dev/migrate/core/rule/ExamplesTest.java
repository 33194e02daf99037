package dev.migrate.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.rule.RuleExamples.SourceFile;
import dev.migrate.core.source.JavaMigrationReader;
import dev.migrate.core.source.PackageInfo;
import dev.migrate.core.source.SourceReading;
import dev.migrate.core.source.SourceReading.ReadMigration;
import dev.migrate.core.source.SourceResolver;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each bad example has findings of its rule and of no other; each good one, which is what the fix leads to, has none. */
class ExamplesTest {
    /** Only jOOQ itself knows what it leaves out of its SQL, so the reading from source has no such finding. */
    private static final Set<String> SEEN_WHEN_RECORDED_ONLY = Set.of("LostByJooq");

    static Stream<String> rules() {
        return Rules.all().stream().map(Rule::name);
    }

    static Stream<String> rulesSeenInSource() {
        return rules().filter(rule -> !SEEN_WHEN_RECORDED_ONLY.contains(rule));
    }

    @ParameterizedTest
    @MethodSource("rulesSeenInSource")
    void badExampleHasFindingsOfItsRuleOnly(String rule) {
        assertThat(judge(RuleExamples.of(rule).bad()))
                .isNotEmpty()
                .extracting(Finding::rule)
                .containsOnly(rule);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void goodExampleHasNoFinding(String rule) {
        assertThat(judge(RuleExamples.of(rule).good())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rulesSeenInSource")
    void findingsPointIntoTheExample(String rule) {
        List<SourceFile> files = RuleExamples.of(rule).bad();
        assertThat(judge(files))
                .allSatisfy(finding -> assertThat(files)
                        .filteredOn(file -> file.path().equals(finding.place().file()))
                        .singleElement()
                        .satisfies(file -> {
                            assertThat(finding.place().exact()).isTrue();
                            assertThat(file.text()
                                            .substring(
                                                    finding.place().start(),
                                                    finding.place().end()))
                                    .isNotBlank();
                        }));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "MalformedName, AddNote",
                "DuplicateNumber, V0007_AddNote",
                "ContractWithoutExpand, V0007_AddNote",
                "ContractBeforeExpand, V0007_RetireTitle",
                "SecondContract, V0007_RetireTitle",
                "ContractInSameRelease, V0007_RetireTitle",
                "DependencyCycle, V0008_AddLabel",
                "BlankReason, `\"…\"`"
            })
    void pointsAtWhatIsPutRight(String rule, String text) {
        List<SourceFile> files = RuleExamples.of(rule).bad();
        assertThat(judge(files))
                .singleElement()
                .extracting(finding -> pointed(finding, files))
                .isEqualTo(text);
    }

    private static String pointed(Finding finding, List<SourceFile> files) {
        return files.stream()
                .filter(file -> file.path().equals(finding.place().file()))
                .map(file -> file.text()
                        .substring(finding.place().start(), finding.place().end()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Finding> judge(List<SourceFile> files) {
        Sources sources = new Sources(files);
        JavaMigrationReader reader = new JavaMigrationReader(sources);
        List<Migration> migrations = files.stream()
                .map(file -> reader.read(file.path(), file.text()))
                .peek(reading -> assertThat(reading.unread()).isEmpty())
                .flatMap(reading -> reading.migrations().stream())
                .map(ReadMigration::migration)
                .toList();
        assertThat(migrations).isNotEmpty();
        return Judge.judge(MigrationGraph.of(migrations));
    }

    /** The types of an example are its own files, and its packages what their package-info says. */
    private static final class Sources implements SourceResolver {
        private final Set<String> types = new HashSet<>();
        private final Map<String, PackageInfo> packages = new HashMap<>();

        Sources(List<SourceFile> files) {
            JavaMigrationReader reader = new JavaMigrationReader(this);
            for (SourceFile file : files) {
                types.add(file.path().replace('/', '.').replaceAll("\\.java$", ""));
                SourceReading reading = reader.read(file.path(), file.text());
                reading.packageInfo().ifPresent(info -> packages.put(info.packageName(), info));
            }
        }

        @Override
        public Optional<String> binaryName(String type) {
            return types.contains(type) ? Optional.of(type) : Optional.empty();
        }

        @Override
        public Optional<Object> constant(String type, String field) {
            return Optional.empty();
        }

        @Override
        public boolean isSubtype(String type, String superType) {
            return false;
        }

        @Override
        public boolean hasMethod(String type, String method) {
            return false;
        }

        @Override
        public Optional<PackageInfo> packageInfo(String packageName) {
            return Optional.ofNullable(packages.get(packageName));
        }
    }
}
