package dev.migrate.core.operation;

import java.util.List;

/** What PostgreSQL does to stored values when a column's type changes. */
enum TypeChange {
    /** Nothing changes. */
    SAME,
    /** The same values under a type that takes more of them. */
    WIDEN,
    /** The same bytes under another name; indexes keep their order. */
    RELABEL,
    /** The same bytes, but indexes are built anew. */
    RELABEL_OTHER_ORDER,
    /** Depends on what is not known here. */
    PERHAPS,
    /** All rows are written anew. */
    REWRITE;

    private static final String VARCHAR = "character varying";
    private static final String TIMESTAMP = "timestamp without time zone";
    private static final String TIMESTAMPTZ = "timestamp with time zone";
    /** Since this major the two timestamps are the same bytes where the session's zone is UTC. */
    private static final int TIMESTAMP_BY_ZONE = 12;

    static TypeChange of(DataType from, DataType to, int major) {
        if (from.equals(to)) {
            return SAME;
        }
        if (from.dimensions() > 0 || to.dimensions() > 0) {
            return ofArrays(from, to);
        }
        if (!from.builtIn() || !to.builtIn()) {
            return ofUsers(from, to);
        }
        return from.name().equals(to.name()) ? ofModifiers(from, to) : ofNames(from, to, major);
    }

    /**
     * PostgreSQL does not look at how many dimensions a column was declared with. It converts element by element, also
     * where the elements alone would keep their bytes; only a modifier that goes costs nothing.
     */
    private static TypeChange ofArrays(DataType from, DataType to) {
        if (from.dimensions() == 0 || to.dimensions() == 0) {
            return REWRITE;
        }
        if (!from.name().equals(to.name())) {
            // Two names that are not built in can be one type, with and without its schema.
            return from.builtIn() || to.builtIn() ? REWRITE : PERHAPS;
        }
        if (from.modifiers().equals(to.modifiers())) {
            return SAME;
        }
        return to.modifiers().isEmpty() ? WIDEN : REWRITE;
    }

    /** A domain over the same type is a new name for it, one with a CHECK and an enum are not. */
    private static TypeChange ofUsers(DataType from, DataType to) {
        if (from.name().equals(to.name())) {
            return PERHAPS;
        }
        boolean textOfAnotherOrder = isCitext(from) ? isText(to) : isCitext(to) && isText(from);
        if (!textOfAnotherOrder) {
            return PERHAPS;
        }
        return to.modifiers().isEmpty() && !isPadded(from) ? RELABEL_OTHER_ORDER : REWRITE;
    }

    /**
     * The type of the extension of that name.
     *
     * @see <a href="https://www.postgresql.org/docs/current/citext.html">citext</a>
     */
    private static boolean isCitext(DataType type) {
        return type.name().equals("citext") || type.name().endsWith(".citext");
    }

    private static boolean isText(DataType type) {
        return type.name().equals("text") || type.name().equals(VARCHAR) || isPadded(type);
    }

    private static boolean isPadded(DataType type) {
        return type.name().equals("character") || type.name().equals("bpchar");
    }

    private static TypeChange ofModifiers(DataType from, DataType to) {
        return switch (from.name()) {
            case VARCHAR, "bit varying" -> unlimitedOrAtLeast(from, to);
            case "numeric" -> ofNumeric(from.modifiers(), to.modifiers());
            case TIMESTAMP, TIMESTAMPTZ, "time without time zone", "time with time zone", "interval" ->
                unlimitedOrAtLeast(from, to);
            default -> REWRITE;
        };
    }

    private static TypeChange unlimitedOrAtLeast(DataType from, DataType to) {
        if (to.modifiers().isEmpty()) {
            return WIDEN;
        }
        boolean enough = !from.modifiers().isEmpty()
                && to.modifiers().get(0) >= from.modifiers().get(0);
        boolean all =
                from.modifiers().isEmpty() && isTemporal(to) && to.modifiers().get(0) >= MAX_PRECISION;
        return enough || all ? WIDEN : REWRITE;
    }

    /** A timestamp without a precision has this many digits. */
    private static final int MAX_PRECISION = 6;

    private static boolean isTemporal(DataType type) {
        return type.name().startsWith("time") || type.name().equals("interval");
    }

    private static TypeChange ofNumeric(List<Integer> from, List<Integer> to) {
        if (to.isEmpty()) {
            return WIDEN;
        }
        boolean wider = !from.isEmpty() && to.get(0) >= from.get(0) && to.get(1).equals(from.get(1));
        return wider ? WIDEN : REWRITE;
    }

    private static TypeChange ofNames(DataType from, DataType to, int major) {
        return switch (from.name() + " > " + to.name()) {
            case VARCHAR + " > text", "character > bpchar" -> WIDEN;
            // The same bytes, compared without the blanks at their end.
            case "text > bpchar", VARCHAR + " > bpchar" -> RELABEL_OTHER_ORDER;
            case "bit > bit varying" -> to.modifiers().isEmpty() ? RELABEL_OTHER_ORDER : REWRITE;
            case "text > " + VARCHAR -> to.modifiers().isEmpty() ? WIDEN : REWRITE;
            case "cidr > inet", "xml > text", "xml > " + VARCHAR ->
                to.modifiers().isEmpty() ? RELABEL : REWRITE;
            case TIMESTAMP + " > " + TIMESTAMPTZ, TIMESTAMPTZ + " > " + TIMESTAMP ->
                major >= TIMESTAMP_BY_ZONE && unlimitedOrAtLeast(from, to) == WIDEN ? PERHAPS : REWRITE;
            default -> ofOthers(from, to);
        };
    }

    private static TypeChange ofOthers(DataType from, DataType to) {
        if (isObject(from) && isObject(to)) {
            return RELABEL;
        }
        boolean number = from.name().equals("integer") || to.name().equals("integer");
        if (number && (isObject(from) || isObject(to))) {
            return RELABEL_OTHER_ORDER;
        }
        return from.name().startsWith("interval") && to.name().startsWith("interval") ? ofIntervals(from, to) : REWRITE;
    }

    private static boolean isObject(DataType type) {
        return type.name().equals("oid") || type.name().startsWith("reg");
    }

    /** Fields that go or come: {@code interval day to second} holds all that {@code interval} holds. */
    private static TypeChange ofIntervals(DataType from, DataType to) {
        boolean seconds = to.name().equals("interval") || to.name().endsWith("second");
        return seconds ? unlimitedOrAtLeast(from, to) : PERHAPS;
    }
}
