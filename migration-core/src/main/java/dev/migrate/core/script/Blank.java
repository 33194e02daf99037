package dev.migrate.core.script;

/** A text of which parts are made blank: lines and offsets stay what they were. */
final class Blank {
    private final String text;
    private final char[] characters;

    Blank(String text) {
        this.text = text;
        this.characters = text.toCharArray();
    }

    void range(int from, int to) {
        for (int at = from; at < to; at++) {
            if (characters[at] != '\n' && characters[at] != '\r') {
                characters[at] = ' ';
            }
        }
    }

    /** A marking comment between two statements ends the first even where its semicolon is left out. */
    void endStatement(int from, int to) {
        range(from, to);
        characters[from] = ';';
    }

    /** Lines with nothing but a delimiter of the author's choice. */
    void delimiters(String delimiter, int from, int to) {
        int line = from;
        while (line < to) {
            int end = text.indexOf('\n', line);
            int stop = end < 0 || end > to ? to : end;
            if (text.substring(line, stop).strip().equals(delimiter)) {
                range(line, stop);
                characters[line] = ';';
            }
            line = stop + 1;
        }
    }

    String text() {
        return new String(characters);
    }
}
