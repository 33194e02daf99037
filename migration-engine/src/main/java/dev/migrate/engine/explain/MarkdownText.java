package dev.migrate.engine.explain;

import dev.migrate.engine.output.Colours;
import dev.migrate.engine.output.View;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/** Markdown as text for a terminal: paragraphs wrapped to its width, code and tables as they are. */
final class MarkdownText {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final int width;
    private final Colours colours;

    MarkdownText(View view) {
        this.width = view.width();
        this.colours = view.colours();
    }

    /** The text, without a trailing line break. */
    String of(String markdown) {
        return String.join("\n", blocks(PARSER.parse(markdown), width, true));
    }

    private List<String> blocks(Node parent, int room, boolean apart) {
        List<String> lines = new ArrayList<>();
        for (Node block = parent.getFirstChild(); block != null; block = block.getNext()) {
            if (apart && !lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(lines(block, room));
        }
        return lines;
    }

    private List<String> lines(Node block, int room) {
        if (block instanceof Heading) {
            return new Inline(colours)
                    .wrapped(block, room).stream().map(colours::bold).toList();
        }
        if (block instanceof FencedCodeBlock code) {
            return code(code.getLiteral());
        }
        if (block instanceof IndentedCodeBlock code) {
            return code(code.getLiteral());
        }
        if (block instanceof BulletList list) {
            return items(list, room, "- ");
        }
        if (block instanceof OrderedList list) {
            return items(list, room, "");
        }
        if (block instanceof BlockQuote) {
            return blocks(block, room - 2, true).stream()
                    .map(line -> "| " + line)
                    .toList();
        }
        if (block instanceof TableBlock table) {
            return new TableText().lines(table);
        }
        if (block instanceof ThematicBreak) {
            return List.of("-".repeat(Math.min(room, 40)));
        }
        return block instanceof HtmlBlock ? List.of() : new Inline(colours).wrapped(block, room);
    }

    /** Never wrapped: it is for pasting. */
    private static List<String> code(String literal) {
        return literal.lines().map(line -> line.isBlank() ? "" : "    " + line).toList();
    }

    private List<String> items(Node list, int room, String bullet) {
        List<String> lines = new ArrayList<>();
        int number = 1;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (item instanceof ListItem) {
                String mark = bullet.isEmpty() ? number++ + ". " : bullet;
                String margin = " ".repeat(mark.length());
                List<String> inner = blocks(item, room - mark.length(), false);
                for (int at = 0; at < inner.size(); at++) {
                    lines.add((at == 0 ? mark : margin) + inner.get(at));
                }
            }
        }
        return lines;
    }
}
