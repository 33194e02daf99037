package dev.migrate.benchmarks.server;

import dev.migrate.core.sql.SqlReader;
import dev.migrate.core.sql.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads statements from the server's log as {@code log_statement = all} writes it: one entry for each Execute message of
 * the extended protocol, none for Parse, Bind or a further fetch, and one for a simple query, whose statements are told
 * apart here. So a statement counts when it is executed, however it was sent.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-logging.html#GUC-LOG-STATEMENT">log_statement</a>
 */
final class ServerLog {
    /** What each entry begins with: database, process, virtual transaction id. */
    static final String LINE_PREFIX = "entry|%d|%p|%v|";

    private static final Pattern ENTRY = Pattern.compile("entry\\|([^|]*)\\|(\\d+)\\|([^|]*)\\|(\\w+):  (.*)");
    private static final Pattern EXECUTE = Pattern.compile("execute [^:]+: (.*)", Pattern.DOTALL);
    private static final String SIMPLE = "statement: ";
    private static final String FETCH = "execute fetch from ";

    private ServerLog() {}

    /** The statements of a piece of the log, in its order. */
    static List<LoggedStatement> statements(List<String> lines) {
        List<LoggedStatement> statements = new ArrayList<>();
        for (int first = 0; first < lines.size(); first++) {
            Matcher entry = ENTRY.matcher(lines.get(first));
            if (!entry.matches() || !entry.group(4).equals("LOG")) {
                continue;
            }
            StringBuilder message = new StringBuilder(entry.group(5));
            while (first + 1 < lines.size() && lines.get(first + 1).startsWith("\t")) {
                message.append('\n').append(lines.get(++first).substring(1));
            }
            texts(message.toString())
                    .forEach(text ->
                            statements.add(new LoggedStatement(entry.group(1), entry.group(2), entry.group(3), text)));
        }
        return statements;
    }

    private static List<String> texts(String message) {
        if (message.startsWith(SIMPLE)) {
            return SqlReader.read(message.substring(SIMPLE.length())).stream()
                    .map(SqlStatement::text)
                    .toList();
        }
        Matcher execute = EXECUTE.matcher(message);
        return execute.matches() && !message.startsWith(FETCH) ? List.of(execute.group(1)) : List.of();
    }
}
