package unsafe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compiles each folder of {@code src/main/unsafe} with the JDK's compiler and compares all that it says with the folder's
 * {@code message.txt}. {@code -Dupdate.messages=true} writes the files anew, to be read before they are committed.
 */
class UnsafeMigrationsTest {
    private static final Path UNSAFE = Path.of("src/main/unsafe");

    @TestFactory
    Stream<DynamicTest> refusesEachWithItsMessage() throws IOException {
        List<Path> folders;
        try (Stream<Path> children = Files.list(UNSAFE)) {
            folders = children.filter(Files::isDirectory).sorted().toList();
        }
        assertThat(folders).isNotEmpty();
        return folders.stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }

    private static void check(Path folder) throws IOException {
        String said = compile(folder);
        Path expected = folder.resolve("message.txt");
        if (Boolean.getBoolean("update.messages")) {
            Files.writeString(expected, said);
        }
        assertThat(said).isEqualTo(Files.readString(expected));
    }

    /** The compiler's whole output, with the folder's own path left out. */
    private static String compile(Path folder) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        Path classes = Files.createTempDirectory("unsafe");
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(folder)) {
            List<Path> java = sources.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            List<String> options = new ArrayList<>(List.of("-d", classes.toString(), "-proc:full"));
            if (Runtime.version().feature() < 21) {
                options.remove("-proc:full");
            }
            options.addAll(List.of("-processorpath", System.getProperty("java.class.path")));
            boolean compiled = javac.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(java))
                    .call();
            assertThat(compiled).as("compiles: %s", said).isFalse();
        }
        return said.toString().replace(folder + "/", "").replace(folder.toAbsolutePath() + "/", "");
    }
}
