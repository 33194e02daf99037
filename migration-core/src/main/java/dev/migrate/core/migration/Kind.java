package dev.migrate.core.migration;

/** Which of the annotations stand on a migration; {@code @Risky} is told apart by {@link Migration#risky()}. */
public enum Kind {
    /** {@code @Safe}. */
    SAFE,
    /** {@code @Expand}. */
    EXPAND,
    /** {@code @Contract}. */
    CONTRACT,
    /** {@code @Risky} alone. */
    RISKY;

    /** As the author writes it. */
    public String annotation() {
        return "@" + name().charAt(0) + name().substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}
