package dev.migrate.core.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Plain SQL templates of jOOQ's: {@code {0}} is replaced by a part, {@code ?} by a value. Inside of literals, quoted
 * names and comments nothing is replaced.
 *
 * @see <a href="https://www.jooq.org/doc/3.19/manual/sql-building/plain-sql-templating/">Plain SQL templating</a>
 */
final class Templates {
    private final Traced text;
    private final String sql;
    private final List<Argument> values;
    private final Call call;
    private final List<Traced> parts = new ArrayList<>();
    private int copied;
    private int bound;

    private Templates(Traced text, List<Argument> values, Call call) {
        this.text = text;
        this.sql = text.text();
        this.values = values;
        this.call = call;
    }

    static Traced rendered(Argument template, List<Argument> values, Call call) {
        Traced text = template.text("the SQL");
        List<Argument> spread = call.with(values).spread(0);
        return text.text().indexOf('{') < 0 && (spread.isEmpty() || text.text().indexOf('?') < 0)
                ? text
                : new Templates(text, spread, call).rendered();
    }

    private Traced rendered() {
        int at = 0;
        while (at < sql.length()) {
            at = next(at);
        }
        copy(sql.length());
        return Traced.concat(parts);
    }

    private int next(int at) {
        char here = sql.charAt(at);
        if (here == '\'') {
            return quoted(at, '\'');
        }
        if (here == '"') {
            return quoted(at, '"');
        }
        if (sql.startsWith("--", at)) {
            return end("\n", at);
        }
        if (sql.startsWith("/*", at)) {
            return end("*/", at);
        }
        if (here == '?' && !values.isEmpty()) {
            return bind(at);
        }
        return here == '{' ? braces(at) : at + 1;
    }

    private int quoted(int at, char quote) {
        int end = at + 1;
        while (end < sql.length() && sql.charAt(end) != quote) {
            end++;
        }
        return Math.min(end + 1, sql.length());
    }

    private int end(String mark, int at) {
        int end = sql.indexOf(mark, at + 2);
        return end < 0 ? sql.length() : end + mark.length();
    }

    private void copy(int to) {
        parts.add(text.sub(copied, to));
    }

    private int bind(int at) {
        char after = at + 1 < sql.length() ? sql.charAt(at + 1) : ' ';
        if (after == '?' || after == '|' || after == '&') {
            return at + 2;
        }
        copy(at);
        parts.add(part(bound++));
        copied = at + 1;
        return at + 1;
    }

    private int braces(int at) {
        int end = sql.indexOf('}', at);
        if (end < 0) {
            throw new NotUnderstood(
                    "the SQL has an open brace", call.argument(0).span());
        }
        String token = sql.substring(at + 1, end);
        copy(at);
        copied = end + 1;
        boolean number = !token.isEmpty() && token.chars().allMatch(Character::isDigit) && token.length() < 4;
        if (!number && !token.chars().allMatch(Character::isLetter)) {
            throw new NotUnderstood(
                    "the SQL has place holders of jOOQ's", call.argument(0).span());
        }
        parts.add(number ? part(Integer.parseInt(token)) : text.sub(at + 1, end));
        return end + 1;
    }

    private Traced part(int index) {
        if (index >= values.size()) {
            throw new NotUnderstood(
                    "the SQL has more place holders than values",
                    call.argument(0).span());
        }
        Argument value = values.get(index);
        if (value.value() instanceof JooqPart part && !(value.value() instanceof JooqSql)) {
            return JooqPart.rendered(part)
                    .orElseThrow(() -> new NotUnderstood("the value is not a constant", value.span()));
        }
        return JooqSql.value(value);
    }
}
