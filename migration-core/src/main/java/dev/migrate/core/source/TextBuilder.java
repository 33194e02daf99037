package dev.migrate.core.source;

import java.util.List;

/** A {@code StringBuilder}, or a {@code StringJoiner} with its separator. */
final class TextBuilder implements Value.Opaque {
    private final Variable content;

    TextBuilder(Traced begun) {
        this.content = new Variable(new Value.Text(begun));
    }

    Variable content() {
        return content;
    }

    private Traced text(Call call) {
        if (content.value() instanceof Value.Text text) {
            return text.traced();
        }
        throw new NotUnderstood("the text is not known", call.methodSpan());
    }

    Value call(Call call, Journal journal) {
        Traced text = text(call);
        return switch (call.method()) {
            case "append" -> {
                journal.set(content, appended(text, call));
                yield this;
            }
            case "insert" -> {
                int at = call.settled().require(2).argument(0).number("the index");
                Traced part = Numbers.text(call.argument(1));
                journal.set(
                        content,
                        new Value.Text(Traced.concat(List.of(
                                text.sub(0, at(at, text, call)),
                                part,
                                text.sub(at, text.text().length())))));
                yield this;
            }
            case "setLength" -> {
                int length = at(call.settled().require(1).argument(0).number("the length"), text, call);
                journal.set(content, new Value.Text(text.sub(0, length)));
                yield new Value.Nothing();
            }
            case "deleteCharAt" -> {
                int at = call.settled().require(1).argument(0).number("the index");
                int end = at(at + 1, text, call);
                journal.set(
                        content,
                        new Value.Text(text.sub(0, at(at, text, call))
                                .then(text.sub(end, text.text().length()))));
                yield this;
            }
            case "toString" -> new Value.Text(text);
            case "length" -> new Value.Constant(text.text().length());
            case "isEmpty" -> new Value.Constant(text.text().isEmpty());
            default -> throw call.notUnderstood();
        };
    }

    private static int at(int index, Traced text, Call call) {
        if (index < 0 || index > text.text().length()) {
            throw call.notUnderstood();
        }
        return index;
    }

    /** What cannot be told makes the whole text unknown, not only this call. */
    private static Value appended(Traced text, Call call) {
        try {
            return new Value.Text(
                    text.then(Numbers.text(call.require(1).argument(0).known())));
        } catch (NotUnderstood unread) {
            return new Value.Unknown(unread.reason(), unread.span());
        }
    }
}
