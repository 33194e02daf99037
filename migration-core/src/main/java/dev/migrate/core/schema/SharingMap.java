package dev.migrate.core.schema;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map that shares with its successors what did not change: a hash trie in which every node has 16 children,
 * so that a change copies a few small arrays however many entries there are.
 */
final class SharingMap<K, V> {
    private static final int BITS = 4;
    private static final int WIDTH = 1 << BITS;
    private static final int MASK = WIDTH - 1;
    /** At this depth the hash has no bits left, and entries are chained. */
    private static final int MAX_DEPTH = Integer.SIZE / BITS;

    /** Each child is null, an Entry, or an {@code Object[]} of children. */
    private final @Nullable Object[] root;

    private SharingMap(@Nullable Object[] root) {
        this.root = root;
    }

    static <K, V> SharingMap<K, V> empty() {
        return new SharingMap<>(new @Nullable Object[WIDTH]);
    }

    @SuppressWarnings("unchecked")
    Optional<V> get(K key) {
        Object node = root;
        for (int hash = spread(key); node instanceof Object[] children; hash >>>= BITS) {
            node = children[hash & MASK];
        }
        for (Entry entry = (Entry) node; entry != null; entry = entry.chained()) {
            if (entry.key().equals(key)) {
                return Optional.of((V) entry.value());
            }
        }
        return Optional.empty();
    }

    SharingMap<K, V> with(K key, V value) {
        return new SharingMap<>(put(root, spread(key), 0, new Entry(key, value, null)));
    }

    SharingMap<K, V> without(K key) {
        return get(key).isEmpty() ? this : new SharingMap<>(remove(root, spread(key), key));
    }

    @SuppressWarnings("unchecked")
    Stream<V> values() {
        return entries(root).map(entry -> (V) entry.value());
    }

    private static Stream<Entry> entries(@Nullable Object node) {
        if (node instanceof Object[] children) {
            return Arrays.stream(children).flatMap(SharingMap::entries);
        }
        return Stream.iterate((@Nullable Entry) node, entry -> entry != null, Entry::chained);
    }

    private static @Nullable Object[] put(@Nullable Object[] children, int hash, int depth, Entry added) {
        @Nullable Object[] copy = children.clone();
        int slot = hash & MASK;
        copy[slot] = merged(children[slot], hash >>> BITS, depth + 1, added);
        return copy;
    }

    private static Object merged(@Nullable Object node, int hash, int depth, Entry added) {
        if (node instanceof Object[] children) {
            return put(children, hash, depth, added);
        }
        Entry there = (Entry) node;
        if (there == null || depth >= MAX_DEPTH) {
            return new Entry(added.key(), added.value(), without(there, added.key()));
        }
        if (there.key().equals(added.key())) {
            return added;
        }
        int otherHash = spread(there.key()) >>> (BITS * depth);
        return put(put(new @Nullable Object[WIDTH], otherHash, depth, there), hash, depth, added);
    }

    private static @Nullable Object[] remove(@Nullable Object[] children, int hash, Object key) {
        @Nullable Object[] copy = children.clone();
        int slot = hash & MASK;
        copy[slot] = children[slot] instanceof Object[] inner
                ? remove(inner, hash >>> BITS, key)
                : without((Entry) children[slot], key);
        return copy;
    }

    private static @Nullable Entry without(@Nullable Entry chain, Object key) {
        if (chain == null) {
            return null;
        }
        return chain.key().equals(key)
                ? chain.chained()
                : new Entry(chain.key(), chain.value(), without(chain.chained(), key));
    }

    private static int spread(Object key) {
        int hash = key.hashCode();
        return hash ^ hash >>> 16;
    }

    /** A key with its value, and the next one of an equal hash. */
    private record Entry(Object key, Object value, @Nullable Entry chained) {}
}
