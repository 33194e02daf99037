package dev.migrate.engine.output;

/**
 * Colours for a terminal, or none.
 *
 * @param on whether to colour at all
 */
public record Colours(boolean on) {
    /** What sets a stage apart. */
    public String bold(String text) {
        return paint("1", text);
    }

    /** What deserves attention. */
    public String yellow(String text) {
        return paint("33", text);
    }

    /** What failed. */
    public String red(String text) {
        return paint("31", text);
    }

    private String paint(String code, String text) {
        return on ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
