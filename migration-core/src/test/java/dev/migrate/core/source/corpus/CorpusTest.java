package dev.migrate.core.source.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.migration.PlacedOperation;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.source.JavaMigrationReader;
import dev.migrate.core.source.SourceFolders;
import dev.migrate.core.source.SourceReading;
import dev.migrate.core.source.SourceResolver.Unit;
import dev.migrate.core.sql.SqlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of Java migrations is what they execute: nearly all of it, and nothing that they do not. */
class CorpusTest {
    /** {@code -Dcorpus.seed=7 -Dcorpus.each=40} for other and longer runs. */
    private static final long SEED = Long.getLong("corpus.seed", 20_261_125);

    private static final int EACH_STYLE = Integer.getInteger("corpus.each", 3);

    private final List<String> misread = new ArrayList<>();
    private final List<String> opaque = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();

    @Test
    void readsWhatIsExecutedAndNothingElse(@TempDir Path classes) throws Exception {
        Corpus corpus = Corpus.of(SEED, EACH_STYLE);
        Map<String, List<String>> executed = Executed.by(corpus, classes);
        JavaMigrationReader reader = new JavaMigrationReader(SourceFolders.of(
                path -> Optional.ofNullable(corpus.shared().get(path)).map(text -> new Unit(path, text))));
        int all = 0;
        for (Map.Entry<String, String> migration : corpus.migrations().entrySet()) {
            List<DdlOperation> expected = executed.getOrDefault(migration.getKey(), List.of()).stream()
                    .flatMap(sql -> SqlReader.read(sql).stream())
                    .flatMap(statement -> statement.operations().stream())
                    .map(spanned -> spanned.operation())
                    .toList();
            all += expected.size();
            compare(migration.getKey(), expected, read(reader, migration.getKey(), migration.getValue()));
        }
        String report = "%d classes, %d operations, %d unread, %d opaque, %d misread%n%s%n%s%n%s"
                .formatted(
                        corpus.migrations().size(),
                        all,
                        unread.size(),
                        opaque.size(),
                        misread.size(),
                        String.join("\n", unread),
                        String.join("\n", opaque),
                        String.join("\n", misread));
        if (Boolean.getBoolean("corpus.print")) {
            System.out.println(report);
        }
        assertThat(misread).as(report).isEmpty();
        assertThat(unread.size() * 20).as(report).isLessThan(all);
        assertThat(opaque.size() * 20).as(report).isLessThan(all);
        assertThat(all).isGreaterThan(corpus.migrations().size() * 4);
    }

    private static List<DdlOperation> read(JavaMigrationReader reader, String path, String text) {
        SourceReading.Scripts read = reader.readScripts(path, text);
        assertThat(read.unread()).as(path).isEmpty();
        return read.scripts().stream()
                .filter(script -> script.caller() == SourceReading.Caller.TOOL)
                .flatMap(script -> script.steps().stream())
                .flatMap(step -> step.operations().stream())
                .map(PlacedOperation::operation)
                .toList();
    }

    /** An opaque operation may stand for any number of executed ones; all others are the same in the same order. */
    private void compare(String path, List<DdlOperation> expected, List<DdlOperation> read) {
        int at = 0;
        for (DdlOperation operation : read) {
            if (operation instanceof DdlOperation.Opaque unread) {
                if (at < expected.size() && expected.get(at) instanceof DdlOperation.Opaque) {
                    at++;
                } else {
                    opaque.add(path + ": " + unread.reason());
                }
                continue;
            }
            int found = indexOf(operation, expected.subList(at, expected.size()));
            if (found < 0) {
                misread.add(path + ": read, but not executed: " + operation + "\n    next are "
                        + expected.subList(at, Math.min(expected.size(), at + 2)));
            } else {
                for (int missed = at; missed < at + found; missed++) {
                    missing(path, expected.get(missed), read);
                }
                at += found + 1;
            }
        }
        for (int missed = at; missed < expected.size(); missed++) {
            missing(path, expected.get(missed), read);
        }
    }

    private static int indexOf(DdlOperation operation, List<DdlOperation> expected) {
        List<String> words = expected.stream().map(CorpusTest::words).toList();
        return words.indexOf(words(operation));
    }

    /** jOOQ's settings decide the white space within an expression. */
    private static String words(DdlOperation operation) {
        return operation.toString().replaceAll("\\s+", " ").replace("( ", "(").replace(" )", ")");
    }

    /** Passed over without a word is misread. */
    private void missing(String path, DdlOperation operation, List<DdlOperation> read) {
        boolean told = read.stream().anyMatch(DdlOperation.Opaque.class::isInstance);
        (told ? unread : misread).add(path + ": executed, but not read: " + operation);
    }
}
