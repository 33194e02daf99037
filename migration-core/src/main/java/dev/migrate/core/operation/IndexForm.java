package dev.migrate.core.operation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What CREATE INDEX says beside what it indexes.
 *
 * @param only whether it is made on a partitioned table without its partitions
 * @param keyOptions collation, operator class and order of each key as text, empty where there are none; no entry at all
 *     where no key has any
 * @param nullsNotDistinct whether two NULLs count as equal, since 15
 * @param storage WITH (…) and TABLESPACE as text, if they are there
 */
public record IndexForm(boolean only, List<String> keyOptions, boolean nullsNotDistinct, Optional<String> storage) {
    /** Nothing more. */
    public static final IndexForm PLAIN = new IndexForm(false, List.of(), false, Optional.empty());

    /** Copies the list. */
    public IndexForm {
        Objects.requireNonNull(storage, "storage");
        keyOptions = keyOptions.stream().allMatch(String::isEmpty) ? List.of() : List.copyOf(keyOptions);
    }

    /** What is said of the key at a position, as text with a space in front; empty for nothing. */
    public String ofKey(int position) {
        return position < keyOptions.size() && !keyOptions.get(position).isEmpty()
                ? " " + keyOptions.get(position)
                : "";
    }
}
