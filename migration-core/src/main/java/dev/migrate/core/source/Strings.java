package dev.migrate.core.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Methods of strings; every character of the result keeps its place. */
final class Strings {
    private static final Pattern CONVERSION = Pattern.compile("%(?:(\\d+)\\$)?([a-zA-Z%])|%");

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
            default -> throw call.notUnderstood();
        };
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
