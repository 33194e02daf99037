package dev.migrate.core.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModuleTextTest {
    @Test
    void entriesComeBackInTheOrderOfTheirNames() {
        IndexEntry second = new IndexEntry(Samples.bare("a.V2_Y"), "00", List.of());
        IndexEntry first = new IndexEntry(Samples.bare("a.V1_X"), "00", List.of());

        assertThat(ModuleText.entries(ModuleText.chunks(stored(List.of(second, first)))))
                .extracting(StoredEntry::entry)
                .containsExactly(first, second);
    }

    @Test
    void everyChunkFitsIntoAClassFile() throws IOException {
        List<IndexEntry> entries = IntStream.range(1000, 1100)
                .mapToObj(number -> new IndexEntry(
                        Samples.bare("a.V" + number + "_X"),
                        "00",
                        List.of("é€\u0000\uD83D\uDE00 and ascii".repeat(50))))
                .toList();

        List<String> chunks = ModuleText.chunks(stored(entries));

        assertThat(chunks).hasSizeGreaterThan(2);
        for (String chunk : chunks) {
            // The JDK's own writer of this form refuses what is too long.
            new DataOutputStream(new ByteArrayOutputStream()).writeUTF(chunk);
        }
        assertThat(ModuleText.entries(chunks)).extracting(StoredEntry::entry).isEqualTo(entries);
    }

    @Test
    void aModuleWithoutMigrationsHasNoEntries() {
        assertThat(ModuleText.entries(ModuleText.chunks(List.of()))).isEmpty();
    }

    private static List<StoredEntry> stored(List<IndexEntry> entries) {
        return entries.stream().map(StoredEntry::of).toList();
    }
}
