package dev.migrate.core.measured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.measured.Comparison.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is claimed of every case is what servers of every version showed. */
class ShippedEffectsTest {
    private static final EffectTable TABLE = EffectCases.table();
    private static final List<Compared> ALL = compareAll();

    /** {@code pending-claims.txt} names the cases that wait for a better claim; it can only become shorter. */
    @Test
    void everyClaimAgrees() {
        List<String> pending = lines("pending-claims.txt");

        assertThat(ALL)
                .filteredOn(compared -> !compared.holds() && !pending.contains(compared.name()))
                .filteredOn(compared -> !lines("unread-by-design.txt").contains(compared.name()))
                .isEmpty();
    }

    @Test
    void nothingIsPendingThatAgrees() {
        assertThat(lines("pending-claims.txt")).isSubsetOf(names(false));
    }

    @Test
    void nothingIsUnreadByDesignThatIsRead() {
        SortedSet<String> unread = new TreeSet<>();
        ALL.stream()
                .filter(compared -> compared.comparison().verdict() == Verdict.UNREAD)
                .forEach(compared -> unread.add(compared.name()));

        assertThat(unread).containsAll(lines("unread-by-design.txt"));
    }

    /** A new case is measured before it is committed. */
    @Test
    void everyCaseIsMeasuredOnEveryVersionThatKnowsIt() {
        List<String> missing = new ArrayList<>();
        for (EffectCase each : EffectCases.all()) {
            for (int major = each.from(); major <= 18; major++) {
                if (TABLE.of(each.name(), major).isEmpty()) {
                    missing.add(each.name() + " on " + major);
                }
            }
        }

        assertThat(missing).isEmpty();
        assertThat(ALL).hasSize(TABLE.size());
    }

    @Test
    void namesAreUnique() {
        assertThat(EffectCases.all()).extracting(EffectCase::name).doesNotHaveDuplicates();
    }

    @Test
    void theTableIsItsText() {
        assertThat(EffectTable.parse(TABLE.text())).isEqualTo(TABLE);
    }

    /** Most rows have an effect to compare: refusals and what is not read cannot make up the agreement. */
    @Test
    void mostRowsAreCompared() {
        Map<Verdict, Integer> count = new EnumMap<>(Verdict.class);
        ALL.forEach(compared -> count.merge(compared.comparison().verdict(), 1, Integer::sum));
        System.out.println("[effects] " + count);

        assertThat(count.getOrDefault(Verdict.REFUSED, 0)).isLessThan(ALL.size() / 20);
    }

    private record Compared(String name, int major, Comparison comparison) {
        boolean holds() {
            return comparison.verdict() == Verdict.AGREES || comparison.verdict() == Verdict.REFUSED;
        }

        @Override
        public String toString() {
            return name + " on " + major + ": " + comparison.text();
        }
    }

    private static List<Compared> compareAll() {
        List<Compared> all = new ArrayList<>();
        for (EffectCase each : EffectCases.all()) {
            TABLE.effects()
                    .getOrDefault(each.name(), new java.util.TreeMap<>())
                    .forEach((major, shown) -> all.add(new Compared(
                            each.name(), major, EffectClaim.of(each, major).with(shown))));
        }
        return all;
    }

    private static SortedSet<String> names(boolean holding) {
        SortedSet<String> names = new TreeSet<>();
        ALL.stream().filter(compared -> compared.holds() == holding).forEach(compared -> names.add(compared.name()));
        return names;
    }

    private static List<String> lines(String resource) {
        try (InputStream stream = ShippedEffectsTest.class.getResourceAsStream(resource)) {
            String text = new String(Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
