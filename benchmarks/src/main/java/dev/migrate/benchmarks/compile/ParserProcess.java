package dev.migrate.benchmarks.compile;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The process that parses, and does nothing else. */
public final class ParserProcess {
    private ParserProcess() {}

    /** Arguments: the result's file, the sources' list. */
    public static void main(String[] arguments) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String file : Files.readAllLines(Path.of(arguments[1]))) {
            texts.add(Files.readString(Path.of(file)));
        }
        CompilerProcess.Clock clock = CompilerProcess.Clock.start();
        ParserConfiguration configuration = new ParserConfiguration()
                .setLanguageLevel(ParserConfiguration.LanguageLevel.RAW)
                .setAttributeComments(false);
        for (String text : texts) {
            if (!new JavaParser(configuration).parse(text).isSuccessful()) {
                throw new IllegalStateException("a sample is no Java");
            }
        }
        Files.writeString(Path.of(arguments[0]), clock.partFirst());
    }
}
