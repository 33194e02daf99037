package dev.migrate.core.measured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every claim about every case on every major is what a server showed. {@code benchmarks/run effects} measures the table
 * anew; cases whose claim is known to be wrong wait in {@code pending-claims.txt}, which only shrinks.
 */
class ClaimTest {
    private static final MeasuredTable TABLE = MeasuredTable.shipped();
    private static final Schema START = Schema.empty().apply(Claim.read(TABLE.schema()));

    @Test
    void everyClaimIsWhatServersShowed() throws IOException {
        Set<String> pending = pending();
        Set<String> wrong = new TreeSet<>();
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (Measured row : TABLE.rows()) {
            for (int major = row.from(); major <= row.to(); major++) {
                if (row.shown().failed()) {
                    continue;
                }
                compared++;
                Optional<String> difference = difference(row, major);
                if (difference.isPresent()) {
                    wrong.add(row.name());
                }
                if (!pending.contains(row.name())) {
                    int here = major;
                    difference.ifPresent(text -> differences.add(row.name() + " on " + here + ": " + text));
                }
            }
        }

        assertThat(differences).isEmpty();
        assertThat(wrong).as("pending cases that agree now go from the list").containsAll(pending);
        assertThat(compared).isGreaterThan(6_000);
    }

    @Test
    void theTableIsWrittenAsItIsRead() throws IOException {
        try (InputStream stream = MeasuredTable.class.getResourceAsStream("measured-effects.tsv")) {
            assertThat(MeasuredTable.text(TABLE.rows()))
                    .isEqualTo(new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Optional<String> difference(Measured row, int major) {
        Claim claim = Claim.of(START, row, major);
        return claim.opaque() ? Optional.of("not read") : claim.difference(row.shown());
    }

    private static Set<String> pending() throws IOException {
        try (InputStream stream = ClaimTest.class.getResourceAsStream("pending-claims.txt")) {
            return new TreeSet<>(new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList());
        }
    }
}
