package dev.migrate.core.source;

import java.util.List;

/** GRANT and REVOKE, step by step. */
record Grants(Traced head, boolean grant, Stage stage) implements JooqStatement {
    /** What was named so far. */
    enum Stage {
        /** The privileges. */
        PRIVILEGES,
        /** The table. */
        TABLE,
        /** Whom it is for. */
        COMPLETE
    }

    static Value of(Call call) {
        boolean grant = call.method().equals("grant");
        String words = call.method().equals("revokeGrantOptionFor") ? "revoke grant option for " : call.method() + " ";
        List<Traced> privileges = call.spread(0).stream()
                .map(privilege -> privilege.text("the privilege"))
                .toList();
        if (privileges.isEmpty()) {
            throw call.notUnderstood();
        }
        return new Grants(call.word(words).then(Traced.join(", ", privileges)), grant, Stage.PRIVILEGES);
    }

    @Override
    public Traced sql() {
        if (stage != Stage.COMPLETE) {
            throw new NotUnderstood(
                    "the statement is not complete", head.span(0, head.text().length()));
        }
        return head;
    }

    @Override
    public Value call(Call call) {
        return switch (call.method()) {
            case "on" -> next(Stage.PRIVILEGES, call, " on ");
            case "to", "from" -> next(Stage.TABLE, call, grant ? " to " : " from ");
            case "toPublic", "fromPublic" ->
                new Grants(
                        head.then(call.require(0).word(grant ? " to public" : " from public")), grant, Stage.COMPLETE);
            case "withGrantOption" ->
                new Grants(head.then(call.require(0).word(" with grant option")), grant, Stage.COMPLETE);
            default -> throw call.notUnderstood();
        };
    }

    private Grants next(Stage wanted, Call call, String words) {
        if (stage != wanted) {
            throw call.notUnderstood();
        }
        Traced more =
                head.then(call.word(words)).then(JooqPart.table(call.require(1).argument(0)));
        return new Grants(more, grant, stage == Stage.PRIVILEGES ? Stage.TABLE : Stage.COMPLETE);
    }
}
