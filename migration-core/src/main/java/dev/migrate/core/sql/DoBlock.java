package dev.migrate.core.sql;

import dev.migrate.core.sql.Token.Kind;
import java.util.List;

/** Looks into {@code DO 'code'}: the code of PL/pgSQL is read, with places in it where the text holds it as it is. */
final class DoBlock {
    private DoBlock() {}

    static List<SpannedOperation> operations(Cursor cursor) {
        Token keyword = cursor.expect("do");
        boolean other = language(cursor);
        Token body = cursor.next();
        other |= language(cursor);
        if (other) {
            throw new Unread(keyword, "DO runs code of another language than PL/pgSQL");
        }
        if (body.kind() != Kind.STRING || !cursor.atEnd()) {
            throw new Unread(keyword, "DO runs code that is not read");
        }
        List<SpannedOperation> operations = EmbeddedSql.read(cursor.text(), body, PlpgsqlReader::operations);
        if (operations.isEmpty()) {
            throw new Unread(keyword, "DO runs nothing");
        }
        return operations;
    }

    /** Whether a LANGUAGE stands here that is not PL/pgSQL. */
    private static boolean language(Cursor cursor) {
        if (!cursor.accept("language")) {
            return false;
        }
        Token name = cursor.next();
        String written = name.kind() == Kind.STRING ? Literals.value(cursor.text(), name) : name.value();
        return !written.equalsIgnoreCase("plpgsql");
    }
}
