package dev.migrate.core.sql;

import dev.migrate.core.operation.DdlOperation;
import java.util.ArrayList;
import java.util.List;

/**
 * SQL in which «these marks» stand around the tokens that a person would point at.
 *
 * @param text without the marks
 * @param marked the texts between the marks
 */
record Marked(String text, List<String> marked, List<SqlStatement> statements) {
    static Marked read(String source) {
        StringBuilder text = new StringBuilder();
        List<String> marked = new ArrayList<>();
        int open = -1;
        for (int at = 0; at < source.length(); at++) {
            char here = source.charAt(at);
            if (here == '«') {
                open = text.length();
            } else if (here == '»') {
                marked.add(open + ":" + text.substring(open));
            } else {
                text.append(here);
            }
        }
        return new Marked(text.toString(), marked, SqlReader.read(text.toString()));
    }

    List<DdlOperation> operations() {
        return statements.stream()
                .flatMap(statement -> statement.operations().stream())
                .map(SpannedOperation::operation)
                .toList();
    }

    /** Offset and text of each place, in the form of {@link #marked}. */
    List<String> places() {
        return statements.stream()
                .flatMap(statement -> statement.operations().stream())
                .map(each -> each.start() + ":" + text.substring(each.start(), each.end()))
                .toList();
    }

    DdlOperation only() {
        return operations().get(0);
    }
}
