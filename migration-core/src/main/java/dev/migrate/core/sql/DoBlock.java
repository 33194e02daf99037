package dev.migrate.core.sql;

import dev.migrate.core.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Looks into {@code do $$ begin …; …; end $$}, the form in which jOOQ hides two DDL statements of one call. Any other
 * DO block is opaque: PL/pgSQL can do everything.
 */
final class DoBlock {
    /** The first words of the statements that mean the same in PL/pgSQL as outside of it. */
    private static final Set<String> PLAIN = Set.of("alter", "create", "drop", "comment");

    private DoBlock() {}

    static List<SpannedOperation> operations(Cursor cursor) {
        Token keyword = cursor.expect("do");
        Token body = cursor.next();
        String text = cursor.text();
        boolean dollarQuoted = body.kind() == Kind.STRING && text.startsWith("$$", body.start());
        if (!dollarQuoted || !cursor.atEnd()) {
            throw new Unread(keyword, "DO runs code that is not read");
        }
        List<Token> tokens = Lexer.tokens(text, body.start() + 2, body.end() - 2);
        int last = tokens.size() - 1;
        if (last >= 0 && tokens.get(last).symbol(";")) {
            last--;
        }
        if (last < 1 || !tokens.get(0).word("begin") || !tokens.get(last).word("end")) {
            throw new Unread(keyword, "DO runs code that is not read");
        }
        List<SpannedOperation> operations = new ArrayList<>();
        for (Splitter.Range range : Splitter.statements(tokens, 1, last)) {
            Token first = tokens.get(range.from());
            if (first.kind() != Kind.WORD || !PLAIN.contains(first.value())) {
                throw new Unread(first, "DO runs code that is not read");
            }
            operations.addAll(StatementReader.operations(new Cursor(text, tokens, range.from(), range.to())));
        }
        if (operations.isEmpty()) {
            throw new Unread(keyword, "DO runs nothing");
        }
        return operations;
    }
}
