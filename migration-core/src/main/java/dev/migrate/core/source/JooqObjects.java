package dev.migrate.core.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statements on databases, domains, schemas, sequences, types and privileges. */
final class JooqObjects {
    /** How a statement that PostgreSQL has no IF EXISTS for passes over what is there or is not. */
    private static final Map<String, String> PASSES_OVER = Map.of(
            "createDatabaseIfNotExists", "42P07",
            "createDomainIfNotExists", "42710",
            "createTypeIfNotExists", "42710",
            "alterTypeIfExists", "42704",
            "createViewIfNotExists", "42P07",
            "createMaterializedViewIfNotExists", "42P07");

    private static final Map<String, String> DROPS = Map.ofEntries(
            Map.entry("dropDatabase", "drop database "),
            Map.entry("dropDomain", "drop domain "),
            Map.entry("dropSchema", "drop schema "),
            Map.entry("dropSequence", "drop sequence "),
            Map.entry("dropType", "drop type "),
            Map.entry("dropView", "drop view "),
            Map.entry("dropMaterializedView", "drop materialized view "));

    private static final Map<String, String> ALTERS = Map.of(
            "alterDatabase", "alter database ",
            "alterSchema", "alter schema ",
            "alterSequence", "alter sequence ",
            "alterDomain", "alter domain ",
            "alterType", "alter type ");

    private static final Map<String, String> CREATES = Map.of(
            "createDatabase", "create database ",
            "createSchema", "create schema ",
            "createSequence", "create sequence ",
            "createDomain", "create domain ",
            "createType", "create type ");

    private static final Map<String, String> SETS = Map.of(
            "set", "set ",
            "setLocal", "set local ",
            "setSchema", "set search_path = ",
            "setCatalog", "set search_path = ");

    private JooqObjects() {}

    static boolean begins(String method) {
        String plain = plain(method);
        return DROPS.containsKey(plain)
                || ALTERS.containsKey(plain)
                || CREATES.containsKey(plain)
                || SETS.containsKey(method)
                || isPrivileges(method);
    }

    private static boolean isPrivileges(String method) {
        return method.equals("grant") || method.equals("revoke") || method.equals("revokeGrantOptionFor");
    }

    private static String plain(String method) {
        return method.replace("IfNotExists", "").replace("IfExists", "");
    }

    static Value call(Call call) {
        String plain = plain(call.method());
        if (DROPS.containsKey(plain)) {
            return drop(DROPS.getOrDefault(plain, ""), call);
        }
        if (ALTERS.containsKey(plain)) {
            return alter(plain, call);
        }
        if (CREATES.containsKey(plain)) {
            return create(plain, call);
        }
        return isPrivileges(call.method()) ? Grants.of(call) : set(call);
    }

    /** A statement in the form that jOOQ gives it where PostgreSQL knows no IF EXISTS. */
    static Traced passingOver(String method, Traced statement) {
        String state = PASSES_OVER.get(method);
        return state == null
                ? statement
                : Traced.of("do $$ begin ", Span.NONE)
                        .then(statement)
                        .then("; exception when sqlstate '" + state + "' then null; end $$", Span.NONE);
    }

    private static Value drop(String words, Call call) {
        String all = call.method().endsWith("IfExists") ? words + "if exists " : words;
        boolean cascades = !words.contains("database") && !words.contains("sequence") && !words.contains("view");
        return new JooqStatement.Finished(
                call.word(all).then(names(call.spread(0), call)),
                List.of(),
                cascades ? JooqStatement.Finished.CASCADE : Map.of());
    }

    private static Traced names(List<Argument> arguments, Call call) {
        if (arguments.isEmpty()) {
            throw call.notUnderstood();
        }
        return Traced.join(", ", arguments.stream().map(JooqPart::table).toList());
    }

    private static Value alter(String plain, Call call) {
        // Of a type jOOQ makes a block that passes over the error; the others know IF EXISTS.
        boolean ifExists = call.method().endsWith("IfExists") && !plain.equals("alterType");
        Traced head = call.word(ALTERS.getOrDefault(plain, "") + (ifExists ? "if exists " : ""))
                .then(JooqPart.table(call.require(1).argument(0)));
        return new Alter(call.method(), plain, head, List.of());
    }

    private static Value create(String plain, Call call) {
        boolean blocked = PASSES_OVER.containsKey(call.method());
        boolean ifNotExists = call.method().endsWith("IfNotExists") && !blocked;
        Traced head = call.word(CREATES.getOrDefault(plain, "") + (ifNotExists ? "if not exists " : ""))
                .then(JooqPart.table(call.require(1).argument(0)));
        return switch (plain) {
            case "createSequence" -> new CreateSequence(head, List.of());
            case "createDomain" -> new CreateDomain(call.method(), head, Optional.empty(), Traced.EMPTY, Traced.EMPTY);
            case "createType" -> new CreateType(call.method(), head);
            default -> JooqStatement.Finished.of(passingOver(call.method(), head));
        };
    }

    private static Value set(Call call) {
        String words = SETS.getOrDefault(call.method(), "");
        if (words.endsWith("= ")) {
            return JooqStatement.Finished.of(
                    call.word(words).then(JooqPart.table(call.require(1).argument(0))));
        }
        return JooqStatement.Finished.of(call.word(words)
                .then(JooqPart.table(call.require(2).argument(0)))
                .then(" = ", Span.NONE)
                .then(JooqSql.value(call.argument(1))));
    }

    private static Traced literal(Argument argument) {
        return argument.value() instanceof JooqSql given ? given.sql() : JooqSql.literal(argument);
    }

    /** ALTER of an object that is no table: what jOOQ writes for a sequence keeps an order of its own. */
    private record Alter(String method, String plain, Traced head, List<SequenceOption> options)
            implements JooqStatement {
        @Override
        public Traced sql() {
            if (options.isEmpty()) {
                throw new NotUnderstood(
                        "the statement is not complete",
                        head.span(0, head.text().length()));
            }
            return options.stream()
                    .sorted((one, other) -> one.alterOrder() - other.alterOrder())
                    .map(SequenceOption::sql)
                    .reduce(head, Traced::then);
        }

        @Override
        public Value call(Call call) {
            return switch (plain) {
                case "alterSequence" -> sequence(call);
                case "alterDomain" -> domain(call);
                case "alterType" -> type(call);
                default -> renamed(call);
            };
        }

        private Value finished(Traced action) {
            return JooqStatement.Finished.of(passingOver(method, head.then(action)));
        }

        private Value renamed(Call call) {
            if (!call.method().equals("renameTo")) {
                throw call.notUnderstood();
            }
            Argument name = call.require(1).argument(0);
            Traced given = plain.equals("alterType") ? JooqPart.tableLast(name) : JooqPart.table(name);
            return finished(call.word(" rename to ").then(given));
        }

        private Value sequence(Call call) {
            Optional<SequenceOption> option = SequenceOption.altered(call);
            if (option.isEmpty()) {
                return renamed(call);
            }
            List<SequenceOption> more = new ArrayList<>(options);
            more.removeIf(given -> given.alterOrder() == option.get().alterOrder());
            more.add(option.get());
            return new Alter(method, plain, head, more);
        }

        private Value domain(Call call) {
            return switch (call.method()) {
                case "add" ->
                    finished(call.word(" add ")
                            .then(AlterTable.element(call.require(1).argument(0))));
                case "dropConstraint", "dropConstraintIfExists" ->
                    new JooqStatement.Finished(
                            head.then(call.word(
                                            call.method().endsWith("IfExists")
                                                    ? " drop constraint if exists "
                                                    : " drop constraint "))
                                    .then(JooqPart.droppedConstraint(
                                            call.require(1).argument(0))),
                            List.of(),
                            JooqStatement.Finished.CASCADE);
                case "renameConstraint" ->
                    new To(
                            method,
                            head.then(call.word(" rename constraint "))
                                    .then(JooqPart.constraint(call.require(1).argument(0))),
                            false);
                case "setDefault" ->
                    finished(call.word(" set default ")
                            .then(JooqSql.value(call.require(1).argument(0))));
                case "dropDefault" -> finished(call.require(0).word(" drop default"));
                case "setNotNull" -> finished(call.require(0).word(" set not null"));
                case "dropNotNull" -> finished(call.require(0).word(" drop not null"));
                default -> renamed(call);
            };
        }

        private Value type(Call call) {
            return switch (call.method()) {
                case "addValue" ->
                    finished(call.word(" add value ")
                            .then(literal(call.require(1).argument(0))));
                case "renameValue" ->
                    new To(
                            method,
                            head.then(call.word(" rename value "))
                                    .then(literal(call.require(1).argument(0))),
                            true);
                case "setSchema" ->
                    finished(call.word(" set schema ")
                            .then(JooqPart.table(call.require(1).argument(0))));
                default -> renamed(call);
            };
        }
    }

    /** A rename that lacks the new name. */
    private record To(String method, Traced head, boolean value) implements JooqStatement.Begun {
        @Override
        public Value call(Call call) {
            if (!call.method().equals("to")) {
                throw call.notUnderstood();
            }
            Argument name = call.require(1).argument(0);
            return JooqStatement.Finished.of(passingOver(
                    method, head.then(call.word(" to ")).then(value ? literal(name) : JooqPart.constraint(name))));
        }
    }

    private record CreateSequence(Traced head, List<SequenceOption> options) implements JooqStatement {
        @Override
        public Traced sql() {
            return options.stream()
                    .sorted((one, other) -> one.createOrder() - other.createOrder())
                    .map(SequenceOption::sql)
                    .reduce(head, Traced::then);
        }

        @Override
        public Value call(Call call) {
            SequenceOption option = SequenceOption.created(call).orElseThrow(call::notUnderstood);
            List<SequenceOption> more = new ArrayList<>(options);
            more.removeIf(given -> given.createOrder() == option.createOrder());
            more.add(option);
            return new CreateSequence(head, more);
        }
    }

    private record CreateDomain(
            String method, Traced head, Optional<Traced> type, Traced defaultValue, Traced constraints)
            implements JooqStatement {
        @Override
        public Traced sql() {
            Traced given = type.orElseThrow(() -> new NotUnderstood(
                    "the domain has no type", head.span(0, head.text().length())));
            return passingOver(method, head.then(given).then(defaultValue).then(constraints));
        }

        @Override
        public Value call(Call call) {
            return switch (call.method()) {
                case "as" ->
                    new CreateDomain(
                            method,
                            head,
                            Optional.of(call.word(" as ")
                                    .then(DslNames.type(call.require(1).argument(0))
                                            .collated())),
                            defaultValue,
                            constraints);
                case "default_", "defaultValue" ->
                    new CreateDomain(
                            method,
                            head,
                            type,
                            call.word(" default ")
                                    .then(JooqSql.value(call.require(1).argument(0))),
                            constraints);
                case "constraints" ->
                    new CreateDomain(
                            method,
                            head,
                            type,
                            defaultValue,
                            call.spread(0).stream()
                                    .map(given -> Traced.of(" ", Span.NONE).then(AlterTable.element(given)))
                                    .reduce(constraints, Traced::then));
                default -> throw call.notUnderstood();
            };
        }
    }

    private record CreateType(String method, Traced head) implements JooqStatement.Begun {
        @Override
        public Value call(Call call) {
            return switch (call.method()) {
                case "asEnum" -> asEnum(call);
                case "as" -> finished(call.word(" as ").then(fields(call).enclosed()));
                default -> throw call.notUnderstood();
            };
        }

        private Value asEnum(Call call) {
            List<Traced> values =
                    call.spread(0).stream().map(JooqObjects::literal).toList();
            return values.isEmpty()
                    ? finished(call.word(" as ()"))
                    : finished(call.word(" as enum ")
                            .then(Traced.join(", ", values).enclosed()));
        }

        private static Traced fields(Call call) {
            return Traced.join(
                    ", ", call.spread(0).stream().map(AlterTable::element).toList());
        }

        private Value finished(Traced definition) {
            return JooqStatement.Finished.of(passingOver(method, head.then(definition)));
        }
    }
}
