package dev.migrate.core.source;

/** A range of characters in the file that is read; the end is exclusive. */
record Span(int start, int end) {
    /** Of what stands in no file: a key word that no token of the author's asked for. */
    static final Span NONE = new Span(-1, -1);

    boolean known() {
        return start >= 0;
    }
}
