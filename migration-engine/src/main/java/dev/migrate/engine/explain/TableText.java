package dev.migrate.engine.explain;

import dev.migrate.engine.output.AsciiTable;
import dev.migrate.engine.output.Colours;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;

/** A table of Markdown as text; never coloured, since its columns are as wide as their text. */
final class TableText {
    private static final Colours NONE = new Colours(false);

    List<String> lines(TableBlock table) {
        List<String[]> rows = new ArrayList<>();
        collect(table, rows);
        if (rows.isEmpty()) {
            return List.of();
        }
        AsciiTable text = new AsciiTable(rows.get(0));
        rows.stream().skip(1).forEach(text::row);
        return text.text().lines().toList();
    }

    private static void collect(Node parent, List<String[]> rows) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof TableRow row) {
                rows.add(cells(row));
            } else {
                collect(node, rows);
            }
        }
    }

    private static String[] cells(TableRow row) {
        List<String> cells = new ArrayList<>();
        for (Node node = row.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof TableCell) {
                cells.add(new Inline(NONE).line(node));
            }
        }
        return cells.toArray(String[]::new);
    }
}
