package dev.migrate.core.schema;

import dev.migrate.core.operation.ObjectName;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map of tables by name that shares with its successors what did not change: a hash trie in which every
 * node has 16 children, so that a change copies a few small arrays however many tables there are.
 */
final class Tables {
    private static final int BITS = 4;
    private static final int WIDTH = 1 << BITS;
    private static final int MASK = WIDTH - 1;
    /** Below this depth the hash has no bits left, and a leaf is a list. */
    private static final int MAX_DEPTH = Integer.SIZE / BITS;

    static final Tables EMPTY = new Tables(new Object[WIDTH]);

    /** Each child is null, a Table, a {@code Table[]} of equal hashes, or an {@code Object[]} of children. */
    private final @Nullable Object[] root;

    private Tables(@Nullable Object[] root) {
        this.root = root;
    }

    Optional<Table> get(ObjectName name) {
        Object node = root;
        int hash = spread(name);
        while (node instanceof Object[] children && !(node instanceof Table[])) {
            node = children[hash & MASK];
            hash >>>= BITS;
        }
        if (node instanceof Table[] leaf) {
            return Arrays.stream(leaf).filter(each -> each.name().equals(name)).findFirst();
        }
        return node instanceof Table table && table.name().equals(name) ? Optional.of(table) : Optional.empty();
    }

    Tables with(Table table) {
        return new Tables(put(root, spread(table.name()), 0, table));
    }

    Tables without(ObjectName name) {
        return get(name).isEmpty() ? this : new Tables(remove(root, spread(name), name));
    }

    Stream<Table> stream() {
        return stream(root);
    }

    private static Stream<Table> stream(@Nullable Object node) {
        if (node instanceof Table table) {
            return Stream.of(table);
        }
        return node instanceof Object[] children ? Arrays.stream(children).flatMap(Tables::stream) : Stream.empty();
    }

    private static @Nullable Object[] put(@Nullable Object[] children, int hash, int depth, Table table) {
        @Nullable Object[] copy = children.clone();
        int slot = hash & MASK;
        copy[slot] = merged(children[slot], hash >>> BITS, depth + 1, table);
        return copy;
    }

    private static Object merged(@Nullable Object node, int hash, int depth, Table table) {
        if (node == null || node instanceof Table other && other.name().equals(table.name())) {
            return table;
        }
        if (node instanceof Table[] leaf) {
            return joined(leaf, table);
        }
        if (node instanceof Table other) {
            if (depth >= MAX_DEPTH) {
                return new Table[] {other, table};
            }
            int otherHash = spread(other.name()) >>> (BITS * depth);
            return put(put(new Object[WIDTH], otherHash, depth, other), hash, depth, table);
        }
        return put((Object[]) node, hash, depth, table);
    }

    private static Table[] joined(Table[] leaf, Table table) {
        Stream<Table> others = Arrays.stream(leaf).filter(each -> !each.name().equals(table.name()));
        return Stream.concat(others, Stream.of(table)).toArray(Table[]::new);
    }

    private static @Nullable Object[] remove(@Nullable Object[] children, int hash, ObjectName name) {
        @Nullable Object[] copy = children.clone();
        int slot = hash & MASK;
        Object node = children[slot];
        if (node instanceof Table[] leaf) {
            copy[slot] = Arrays.stream(leaf)
                    .filter(each -> !each.name().equals(name))
                    .toArray(Table[]::new);
        } else if (node instanceof Object[] inner) {
            copy[slot] = remove(inner, hash >>> BITS, name);
        } else {
            copy[slot] = null;
        }
        return copy;
    }

    private static int spread(ObjectName name) {
        int hash = name.hashCode();
        return hash ^ hash >>> 16;
    }
}
