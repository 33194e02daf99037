package dev.migrate.core.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Methods of strings; every character of the result keeps its place. */
final class Strings {
    private static final Pattern CONVERSION = Pattern.compile("%(?:(\\d+)\\$)?([a-zA-Z%])|%");

    private static final Pattern PLAIN = Pattern.compile("[,;:/ _-]+");
    private static final int MAX_REPEATED = 1_000;

    private Strings() {}

    static Value call(Traced text, Call call) {
        return switch (call.method()) {
            case "formatted" -> format(text, call.spread(0), call);
            case "concat" ->
                new Value.Text(text.then(call.require(1).argument(0).text("the text")));
            case "strip", "trim" -> new Value.Text(text.strip());
            case "stripTrailing" ->
                new Value.Text(text.sub(0, text.text().stripTrailing().length()));
            case "stripIndent" -> unchanged(text, text.text().stripIndent(), call);
            case "toUpperCase" -> sameLength(text, text.text().toUpperCase(Locale.ROOT), call);
            case "toLowerCase" -> sameLength(text, text.text().toLowerCase(Locale.ROOT), call);
            case "startsWith" -> flag(text.text().startsWith(given(call)));
            case "endsWith" -> flag(text.text().endsWith(given(call)));
            case "contains" -> flag(text.text().contains(given(call)));
            case "equalsIgnoreCase" -> flag(text.text().equalsIgnoreCase(given(call)));
            case "isEmpty" -> flag(text.text().isEmpty());
            case "isBlank" -> flag(text.text().isBlank());
            case "length" -> new Value.Constant(text.text().length());
            case "indexOf" -> new Value.Constant(text.text().indexOf(given(call)));
            case "lastIndexOf" -> new Value.Constant(text.text().lastIndexOf(given(call)));
            case "substring" -> part(text, call);
            case "repeat" -> repeated(text, call);
            case "replace" -> replaced(text, call);
            case "split" -> split(text, call);
            case "toString", "intern" -> new Value.Text(text);
            default -> throw call.notUnderstood();
        };
    }

    private static Value flag(boolean value) {
        return new Value.Constant(value);
    }

    private static String given(Call call) {
        return Numbers.text(call.require(1).argument(0)).text();
    }

    private static Value part(Traced text, Call call) {
        int length = text.text().length();
        int from = call.argument(0).number("the index");
        int to = call.count() > 1 ? call.argument(1).number("the index") : length;
        if (from < 0 || to > length || from > to) {
            throw call.notUnderstood();
        }
        return new Value.Text(text.sub(from, to));
    }

    private static Value repeated(Traced text, Call call) {
        int count = call.require(1).argument(0).number("the count");
        if (count < 0 || count > MAX_REPEATED) {
            throw call.notUnderstood();
        }
        return new Value.Text(Traced.concat(Collections.nCopies(count, text)));
    }

    private static Value replaced(Traced text, Call call) {
        String target = Numbers.text(call.require(2).argument(0)).text();
        Traced replacement = Numbers.text(call.argument(1)).at(call.argument(1).span());
        if (target.isEmpty()) {
            throw call.notUnderstood();
        }
        List<Traced> parts = new ArrayList<>();
        int at = 0;
        int found = text.text().indexOf(target);
        while (found >= 0) {
            parts.add(text.sub(at, found));
            parts.add(replacement);
            at = found + target.length();
            found = text.text().indexOf(target, at);
        }
        parts.add(text.sub(at, text.text().length()));
        return new Value.Text(Traced.concat(parts));
    }

    /** At a text that is no pattern. */
    private static Value split(Traced text, Call call) {
        String separator = given(call);
        if (!PLAIN.matcher(separator).matches() || text.text().isEmpty()) {
            throw call.notUnderstood();
        }
        List<Argument> parts = new ArrayList<>();
        int at = 0;
        int found = text.text().indexOf(separator);
        while (found >= 0) {
            parts.add(new Argument(new Value.Text(text.sub(at, found)), call.span()));
            at = found + separator.length();
            found = text.text().indexOf(separator, at);
        }
        parts.add(new Argument(new Value.Text(text.sub(at, text.text().length())), call.span()));
        while (!parts.isEmpty()
                && parts.get(parts.size() - 1).text("the part").text().isEmpty()) {
            parts.remove(parts.size() - 1);
        }
        return new Sequence(parts);
    }

    private static Value unchanged(Traced text, String result, Call call) {
        if (!text.text().equals(result)) {
            throw call.notUnderstood();
        }
        return new Value.Text(text);
    }

    private static Value sameLength(Traced text, String result, Call call) {
        if (result.length() != text.text().length()) {
            throw call.notUnderstood();
        }
        return new Value.Text(text.withText(result));
    }

    /** What {@code String.format} gives for {@code %s}, {@code %d}, {@code %n} and {@code %%}. */
    static Value format(Traced format, List<Argument> arguments, Call call) {
        List<Traced> parts = new ArrayList<>();
        Matcher matcher = CONVERSION.matcher(format.text());
        int at = 0;
        int next = 0;
        while (matcher.find()) {
            parts.add(format.sub(at, matcher.start()));
            at = matcher.end();
            String conversion = matcher.group(2);
            if ("%".equals(conversion)) {
                parts.add(format.sub(matcher.start(), matcher.start() + 1));
            } else if ("n".equals(conversion)) {
                parts.add(Traced.of("\n", format.span(matcher.start(), matcher.end())));
            } else {
                int index = matcher.group(1) == null ? next++ : index(matcher.group(1));
                parts.add(converted(conversion, index, arguments, call));
            }
        }
        parts.add(format.sub(at, format.text().length()));
        return new Value.Text(Traced.concat(parts));
    }

    private static int index(String digits) {
        return digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits) - 1;
    }

    private static Traced converted(String conversion, int index, List<Argument> arguments, Call call) {
        boolean known = "s".equals(conversion) || "d".equals(conversion);
        if (!known || index < 0 || index >= arguments.size()) {
            throw call.notUnderstood();
        }
        Argument argument = arguments.get(index);
        return Numbers.text(argument).at(argument.span());
    }

    static Value join(Call call) {
        Traced separator = call.argument(0).text("the separator");
        List<Traced> parts = new ArrayList<>();
        for (Argument item : call.spread(1)) {
            if (!parts.isEmpty()) {
                parts.add(separator);
            }
            parts.add(item.text("the text"));
        }
        return new Value.Text(Traced.concat(parts));
    }
}
