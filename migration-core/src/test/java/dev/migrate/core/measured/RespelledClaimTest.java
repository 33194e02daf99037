package dev.migrate.core.measured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.core.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is claimed of a statement hangs on what it says, not on its names or its spelling. */
class RespelledClaimTest {
    private static final MeasuredTable TABLE = MeasuredTable.shipped();
    private static final Set<String> COLUMNS = Set.of(
            "id", "a", "b", "v", "txt", "n", "ts", "tz", "c", "j", "jb", "p_id", "s", "d", "iv", "ci", "m", "vb", "x",
            "ts3", "dc", "code");
    private static final long SEED = Long.getLong("respelled.seed", 20_261);
    /** One in so many rows in each build; {@code -Drespelled.each=1} takes all. */
    private static final int EACH = Integer.getInteger("respelled.each", 4);

    @Test
    void otherNamesAndSpellingsChangeNoClaim() {
        List<String> differences = new ArrayList<>();
        int compared = 0;
        long seed = SEED;
        for (Measured row : TABLE.rows()) {
            seed++;
            if (row.shown().failed() || seed % EACH != 0) {
                continue;
            }
            Respelling respelling =
                    new Respelling(seed, COLUMNS, List.of(TABLE.schema(), row.setup(), row.before(), row.sql()));
            Schema start = Schema.empty().apply(Claim.read(respelling.of(TABLE.schema())));
            Measured other = new Measured(
                    row.name(),
                    row.from(),
                    row.to(),
                    respelling.of(row.setup()),
                    respelling.of(row.before()),
                    respelling.of(row.sql()),
                    renamed(row.shown(), respelling::name));
            Claim claim = Claim.of(start, other, row.to());
            compared++;
            Optional<String> difference = claim.opaque() ? Optional.of("not read") : claim.difference(other.shown());
            difference.ifPresent(text ->
                    differences.add(row.name() + ": " + text + "\n" + other.setup() + other.before() + other.sql()));
        }

        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(1_000 / EACH);
    }

    private static Shown renamed(Shown shown, UnaryOperator<String> name) {
        return new Shown(
                shown.error(),
                keys(shown.locks(), name),
                keys(shown.indexLocks(), name),
                set(shown.newFiles(), name),
                keys(shown.scans(), name),
                set(shown.builds(), name));
    }

    private static <T> Map<String, T> keys(Map<String, T> map, UnaryOperator<String> name) {
        Map<String, T> renamed = new TreeMap<>();
        map.forEach((key, value) -> renamed.put(name.apply(key), value));
        return renamed;
    }

    private static Set<String> set(Set<String> names, UnaryOperator<String> name) {
        return names.stream().map(name).collect(Collectors.toCollection(TreeSet::new));
    }
}
