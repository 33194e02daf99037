package dev.migrate.engine.apply;

import dev.migrate.core.plan.Unit;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** A short sum of what a unit does, so that a journal is not continued with other steps. */
final class UnitDigest {
    private UnitDigest() {}

    static String of(Unit unit) {
        String text = unit instanceof Unit.Batches batches
                ? batches.backfill().arguments().toString()
                : String.join(";", unit.statements());
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
