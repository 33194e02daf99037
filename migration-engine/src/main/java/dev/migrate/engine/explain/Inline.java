package dev.migrate.engine.explain;

import dev.migrate.engine.output.Colours;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** The words of a paragraph, coloured one by one so that a colour never spans a line break. */
final class Inline {
    private final Colours colours;
    private final List<Word> words = new ArrayList<>();
    private boolean glued = false;

    Inline(Colours colours) {
        this.colours = colours;
    }

    /**
     * A piece of text without a blank.
     *
     * @param plain as long as it looks
     * @param painted with its colours
     * @param glued whether it belongs to the piece before it without a blank between
     * @param breaks whether a line ends after it
     */
    private record Word(String plain, String painted, boolean glued, boolean breaks) {}

    /** The node's text in lines of at most that width, longer only where one word is. */
    List<String> wrapped(Node node, int width) {
        collect(node, UnaryOperator.identity());
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int length = 0;
        for (int at = 0; at < words.size(); at++) {
            Word word = words.get(at);
            boolean blank = length > 0 && !word.glued();
            if (length > 0 && !word.glued() && length + 1 + lengthFrom(at) > width) {
                lines.add(line.toString());
                line.setLength(0);
                length = 0;
                blank = false;
            }
            line.append(blank ? " " : "").append(word.painted());
            length += word.plain().length() + (blank ? 1 : 0);
            if (word.breaks()) {
                lines.add(line.toString());
                line.setLength(0);
                length = 0;
            }
        }
        if (length > 0) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** All of it in one line. */
    String line(Node node) {
        return String.join(" ", wrapped(node, Integer.MAX_VALUE / 2));
    }

    /** A word with what is glued to it. */
    private int lengthFrom(int at) {
        int length = words.get(at).plain().length();
        for (int next = at + 1; next < words.size() && words.get(next).glued(); next++) {
            length += words.get(next).plain().length();
        }
        return length;
    }

    private void collect(Node parent, UnaryOperator<String> paint) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Text text) {
                add(text.getLiteral(), paint);
            } else if (node instanceof Code code) {
                add(code.getLiteral(), colours::yellow);
            } else if (node instanceof StrongEmphasis || node instanceof Emphasis) {
                collect(node, colours::bold);
            } else if (node instanceof Link link) {
                collect(node, paint);
                address(link.getDestination(), paint);
            } else if (node instanceof SoftLineBreak) {
                glued = false;
            } else if (node instanceof HardLineBreak) {
                breakLine();
            } else {
                collect(node, paint);
            }
        }
    }

    /** Pages beside this one are named by their text alone. */
    private void address(String destination, UnaryOperator<String> paint) {
        if (destination.startsWith("http")) {
            glued = false;
            add("(" + destination + ")", paint);
        }
    }

    private void breakLine() {
        if (!words.isEmpty()) {
            Word last = words.remove(words.size() - 1);
            words.add(new Word(last.plain(), last.painted(), last.glued(), true));
        }
        glued = false;
    }

    private void add(String text, UnaryOperator<String> paint) {
        boolean first = true;
        for (String piece : text.split("\\s+", -1)) {
            if (!first) {
                glued = false;
            }
            if (!piece.isEmpty()) {
                words.add(new Word(piece, paint.apply(piece), glued && !words.isEmpty(), false));
                glued = true;
            }
            first = false;
        }
    }
}
