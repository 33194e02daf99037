package dev.migrate.core.sql;

import dev.migrate.core.operation.ObjectChange.Verb;
import dev.migrate.core.operation.ObjectKind;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.SessionChange;
import dev.migrate.core.sql.SqlExpressions.Volatility;
import dev.migrate.core.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what the functions do that a query calls: most do nothing, a few of PostgreSQL's own change something. */
final class FunctionCalls {
    /** Volatile functions that change nothing which is stored. */
    private static final Set<String> CHANGE_NOTHING = Set.of(
            "random",
            "random_normal",
            "setseed",
            "clock_timestamp",
            "timeofday",
            "gen_random_uuid",
            "uuidv4",
            "uuidv7",
            "gen_random_bytes",
            "gen_salt",
            "uuid_generate_v1",
            "uuid_generate_v1mc",
            "uuid_generate_v4",
            "currval",
            "lastval",
            "pg_notify",
            "pg_sleep",
            "pg_sleep_for",
            "pg_sleep_until",
            "pg_advisory_lock",
            "pg_advisory_lock_shared",
            "pg_advisory_xact_lock",
            "pg_advisory_xact_lock_shared",
            "pg_try_advisory_lock",
            "pg_try_advisory_xact_lock",
            "pg_advisory_unlock",
            "pg_advisory_unlock_all",
            "txid_current",
            "pg_current_xact_id");

    private final Cursor cursor;
    private final List<SpannedOperation> operations = new ArrayList<>(1);

    private FunctionCalls(Cursor cursor) {
        this.cursor = cursor;
    }

    /** What the calls between the cursor and its end change, in order; the cursor moves there. */
    static List<SpannedOperation> read(Cursor cursor) {
        FunctionCalls calls = new FunctionCalls(cursor);
        while (!cursor.atEnd()) {
            calls.token();
        }
        return calls.operations;
    }

    private void token() {
        Token token = cursor.next();
        if (!token.identifier() || !cursor.atSymbol("(")) {
            return;
        }
        Volatility volatility = cursor.volatilityOfLastCall();
        String name = token.value();
        if (volatility == Volatility.STABLE || CHANGE_NOTHING.contains(name)) {
            return;
        }
        int mark = cursor.mark();
        boolean read = switch (name) {
            case "setval", "nextval" -> sequence(name);
            case "set_config" -> setConfig(token);
            default -> false;
        };
        if (!read) {
            throw new Unread(
                    token,
                    name.equals("set_config")
                            ? "set_config sets what is known only while it runs"
                            : "a query that calls " + name + ", which can change data, is not understood");
        }
        cursor.back(mark);
    }

    private boolean sequence(String function) {
        cursor.expectSymbol("(");
        Token argument = cursor.peek();
        if (argument.word("pg_get_serial_sequence") || argument.word("pg_catalog")) {
            return serialSequence(function);
        }
        if (argument.kind() != Kind.STRING) {
            return false;
        }
        Target sequence = Target.of(ObjectKind.SEQUENCE, nameIn(argument));
        operations.add(sequence.operation(Verb.ALTER, Optional.of(function.toUpperCase(Locale.ROOT)), sequence.form()));
        return true;
    }

    /** The sequence of a column, under the name that the server gives to it. */
    private boolean serialSequence(String function) {
        if (cursor.accept("pg_catalog")) {
            cursor.acceptSymbol(".");
        }
        if (!cursor.accept("pg_get_serial_sequence") || cursor.peek(1).kind() != Kind.STRING) {
            return false;
        }
        cursor.expectSymbol("(");
        Token argument = cursor.peek();
        ObjectName table = nameIn(argument).name();
        cursor.next();
        if (!cursor.acceptSymbol(",") || cursor.peek().kind() != Kind.STRING) {
            return false;
        }
        String column = Literals.read(cursor, "a column's name");
        ObjectName sequence = new ObjectName(table.schema(), table.name() + "_" + column + "_seq");
        Target target = Target.of(ObjectKind.SEQUENCE, new Cursor.Name(sequence, argument.start(), argument.end()))
                .on(table)
                .columns(List.of(column));
        operations.add(target.operation(Verb.ALTER, Optional.of(function.toUpperCase(Locale.ROOT)), target.form()));
        return true;
    }

    /** The name that stands in a string, as for {@code regclass}. */
    private Cursor.Name nameIn(Token string) {
        String written = Literals.value(cursor.text(), string);
        List<Token> tokens = Lexer.tokens(written);
        ObjectName name = new Cursor(written, tokens, 0, tokens.size())
                .anyName("a sequence's name")
                .name();
        return new Cursor.Name(name, string.start(), string.end());
    }

    private boolean setConfig(Token function) {
        cursor.expectSymbol("(");
        if (cursor.peek().kind() != Kind.STRING) {
            return false;
        }
        String setting = Literals.read(cursor, "a parameter's name").toLowerCase(Locale.ROOT);
        if (!cursor.acceptSymbol(",") || cursor.peek().kind() != Kind.STRING) {
            return false;
        }
        String value = Literals.read(cursor, "a value");
        boolean local = cursor.acceptSymbol(",") && cursor.at("true");
        SessionChange change = new SessionChange(
                local ? SessionChange.Kind.SET_LOCAL : SessionChange.Kind.SET,
                Optional.of(setting),
                setting.equals("search_path") ? schemas(value) : List.of(value));
        operations.add(new SpannedOperation(change, function.start(), function.end()));
        return true;
    }

    /** A list of schemas in one string; none for an empty one, by which dumps make every name say its schema. */
    private static List<String> schemas(String value) {
        return Lexer.tokens(value).stream()
                .filter(Token::identifier)
                .map(Token::value)
                .toList();
    }
}
