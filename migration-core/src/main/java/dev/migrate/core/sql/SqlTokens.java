package dev.migrate.core.sql;

import java.util.ArrayList;
import java.util.List;

/** SQL text as the tokens that a fingerprint is made of. */
public final class SqlTokens {
    private SqlTokens() {}

    /**
     * The text's tokens without comments and white space; key words and plain identifiers in lower case, quoted
     * identifiers, literals and operators as written. Two texts with equal tokens mean the same to the server.
     *
     * @param text any text; what it does not close is kept to its end
     * @return the tokens in order, semicolons included except at the end
     */
    public static List<String> normalise(String text) {
        List<Token> tokens = Lexer.tokens(text);
        List<String> normal = new ArrayList<>(tokens.size());
        for (Token token : tokens) {
            normal.add(
                    switch (token.kind()) {
                        case WORD, OPERATOR, SYMBOL -> token.value();
                        case UNTERMINATED -> text.substring(token.start());
                        default -> text.substring(token.start(), token.end());
                    });
        }
        while (!normal.isEmpty() && normal.get(normal.size() - 1).equals(";")) {
            normal.remove(normal.size() - 1);
        }
        return List.copyOf(normal);
    }
}
