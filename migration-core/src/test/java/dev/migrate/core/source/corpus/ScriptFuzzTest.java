package dev.migrate.core.source.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.migrate.core.migration.Place;
import dev.migrate.core.migration.PlacedOperation;
import dev.migrate.core.source.JavaMigrationReader;
import dev.migrate.core.source.SourceFolders;
import dev.migrate.core.source.SourceReading;
import dev.migrate.core.source.SourceResolver.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Java migrations of others with tokens deleted, doubled and swapped, and bytes of chance: an answer, and soon. */
class ScriptFuzzTest {
    /** {@code -Dfuzz.scripts=20000 -Dfuzz.seed=7} for a long run. */
    private static final int INPUTS = Integer.getInteger("fuzz.scripts", 400);

    private static final long SEED = Long.getLong("fuzz.seed", 20_261_125);
    private static final Pattern TOKEN =
            Pattern.compile("\\s+|\\w+|\"\"\"|\"[^\"\\n]*\"|::|->|[^\\w\\s]", Pattern.UNICODE_CHARACTER_CLASS);

    @Test
    void answersWithinASecond() {
        Corpus corpus = Corpus.of(SEED, 2);
        List<String> seeds = new ArrayList<>(corpus.migrations().values());
        seeds.addAll(corpus.shared().values());
        Random random = new Random(SEED);
        int parsed = 0;
        long slowest = 0;
        for (int number = 0; number < INPUTS; number++) {
            String text = mutated(seeds.get(number % seeds.size()), seeds, random);
            long start = System.nanoTime();
            parsed += check(corpus, text) ? 1 : 0;
            long took = System.nanoTime() - start;
            // One that is slow by chance, such as the first of all or in a pause, is not so again.
            if (took > TimeUnit.SECONDS.toNanos(1)) {
                start = System.nanoTime();
                check(corpus, text);
                took = System.nanoTime() - start;
            }
            assertThat(took).as("nanoseconds for the text\n" + text).isLessThan(TimeUnit.SECONDS.toNanos(1));
            slowest = Math.max(slowest, took);
        }
        if (Boolean.getBoolean("corpus.print")) {
            System.out.printf("%d inputs, %d parsed, slowest %d ms%n", INPUTS, parsed, slowest / 1_000_000);
        }
        assertThat(parsed).isGreaterThan(INPUTS / 20);
    }

    private static String mutated(String seed, List<String> seeds, Random random) {
        List<String> tokens = tokens(seed);
        for (int change = random.nextInt(3); change >= 0; change--) {
            int at = random.nextInt(tokens.size());
            int other = random.nextInt(tokens.size());
            switch (random.nextInt(6)) {
                case 0 -> tokens.remove(at);
                case 1 -> tokens.add(at, tokens.get(at));
                case 2 -> tokens.set(at, tokens.set(other, tokens.get(at)));
                case 3 -> tokens.set(at, bytes(random));
                case 4 -> tokens.set(at, token(seeds.get(random.nextInt(seeds.size())), random));
                default -> tokens.addAll(at, List.copyOf(tokens.subList(other, Math.min(tokens.size(), other + 12))));
            }
        }
        return String.join("", tokens);
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    private static String token(String text, Random random) {
        List<String> tokens = tokens(text);
        return tokens.get(random.nextInt(tokens.size()));
    }

    private static String bytes(Random random) {
        byte[] bytes = new byte[1 + random.nextInt(8)];
        random.nextBytes(bytes);
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static boolean check(Corpus corpus, String text) {
        JavaMigrationReader reader = new JavaMigrationReader(SourceFolders.of(
                path -> Optional.ofNullable(corpus.shared().get(path)).map(shared -> new Unit(path, shared))));
        try {
            SourceReading.Scripts read = reader.readScripts("X.java", text);
            read.scripts().stream()
                    .flatMap(script -> script.steps().stream())
                    .flatMap(step -> step.operations().stream())
                    .map(PlacedOperation::place)
                    .forEach(place -> inside(place, text));
            return read.unread().isEmpty();
        } catch (RuntimeException | Error thrown) {
            return fail("for the text\n" + text, thrown);
        }
    }

    private static void inside(Place place, String text) {
        if (place.exact() && (place.start() > place.end() || place.end() > text.length())) {
            fail(place + " is not in the text\n" + text);
        }
    }
}
