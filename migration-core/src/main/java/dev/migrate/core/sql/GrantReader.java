package dev.migrate.core.sql;

import dev.migrate.core.operation.ObjectChange.Verb;
import dev.migrate.core.operation.ObjectForm;
import dev.migrate.core.operation.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads GRANT, REVOKE, ALTER DEFAULT PRIVILEGES and what is done to all that a role owns. */
final class GrantReader {
    private final Cursor cursor;

    GrantReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The GRANT or REVOKE at the cursor: one operation an object; where roles are granted, one a role. */
    List<SpannedOperation> read() {
        Verb verb = verb();
        Token first = cursor.peek();
        String end = verb == Verb.GRANT ? "to" : "from";
        int mark = cursor.mark();
        int on = cursor.ahead("on", end);
        if (on < 0) {
            return roles(verb, end);
        }
        cursor.back(mark + on);
        String privileges = on == 0 ? "" : cursor.textFrom(first);
        cursor.expect("on");
        List<Target> targets = objects();
        cursor.skipToEnd();
        return targets.stream()
                .map(target -> target.operation(verb, Optional.of(privileges), target.form()))
                .toList();
    }

    private Verb verb() {
        boolean grant = cursor.accept("grant");
        if (!grant) {
            cursor.expect("revoke");
            if (cursor.peek(1).word("option") && cursor.peek(2).word("for")) {
                cursor.back(cursor.mark() + 3);
            }
        }
        return grant ? Verb.GRANT : Verb.REVOKE;
    }

    private List<SpannedOperation> roles(Verb verb, String end) {
        List<Target> roles = new TargetReader(cursor).list(ObjectKind.ROLE);
        Token to = cursor.expect(end);
        cursor.skipToEnd();
        return roles.stream()
                .map(role -> role.operation(verb, Optional.of(cursor.textFrom(to)), role.form()))
                .toList();
    }

    private List<Target> objects() {
        if (cursor.accept("all")) {
            cursor.next();
            cursor.expect("in");
            cursor.expect("schema");
            return new TargetReader(cursor).list(ObjectKind.SCHEMA);
        }
        int mark = cursor.mark();
        Optional<ObjectKind> kind = ObjectKinds.read(cursor);
        boolean kindIsName = kind.isPresent()
                && (cursor.atSymbol(",") || cursor.atSymbol(".") || cursor.at("to") || cursor.at("from"));
        if (kind.isEmpty() || kindIsName) {
            cursor.back(mark);
            kind = Optional.of(ObjectKind.TABLE);
        }
        return new TargetReader(cursor).list(kind.get());
    }

    /** What is behind ALTER DEFAULT PRIVILEGES: of each schema that it names, else of each role. */
    List<SpannedOperation> defaults() {
        List<Target> of = new ArrayList<>();
        Token first = cursor.last();
        if (cursor.accept("for")) {
            if (!cursor.accept("role")) {
                cursor.expect("user");
            }
            of.addAll(new TargetReader(cursor).list(ObjectKind.ROLE));
        }
        if (cursor.accept("in", "schema")) {
            of.clear();
            of.addAll(new TargetReader(cursor).list(ObjectKind.SCHEMA));
        }
        boolean grant = cursor.at("grant");
        if (!grant && !cursor.at("revoke")) {
            throw cursor.expected("GRANT or REVOKE");
        }
        Token words = cursor.next();
        cursor.skipToEnd();
        String text = cursor.textFrom(words);
        if (of.isEmpty()) {
            of.add(Target.of(ObjectKind.ROLE, new Token(first.kind(), first.start(), first.end(), "current_user")));
        }
        Verb verb = grant ? Verb.GRANT : Verb.REVOKE;
        return of.stream()
                .map(each -> new Target(
                                ObjectKind.DEFAULT_PRIVILEGES,
                                each.object(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                each.start(),
                                each.end())
                        .operation(verb, Optional.of(text), ObjectForm.PLAIN))
                .toList();
    }

    /** What is behind DROP OWNED BY and REASSIGN OWNED BY. */
    static List<SpannedOperation> owned(Cursor cursor, Verb verb) {
        List<Target> roles = new TargetReader(cursor).list(ObjectKind.ROLE);
        Optional<String> to =
                cursor.accept("to") ? Optional.of(cursor.label("a role's name").value()) : Optional.empty();
        boolean cascade = AlterTableReader.cascade(cursor);
        cursor.expectEnd("OWNED BY");
        return roles.stream()
                .map(role -> new Target(
                                ObjectKind.OWNED,
                                role.object(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                role.start(),
                                role.end())
                        .operation(verb, to, ObjectForm.PLAIN.cascade(cascade)))
                .toList();
    }
}
