package dev.migrate.core.script;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What psql and the tools that read its files take out before the server sees a statement: data of COPY, and commands. */
final class ClientText {
    private static final Pattern COPY_DATA = Pattern.compile(
            "(?is)^[ \\t]*copy\\b[^;]{1,10000}?\\bfrom\\s+stdin\\b[^;]{0,1000};[^\\n]*\\n(?<data>.*?)^\\\\\\.[ \\t]*\\r?$",
            Pattern.MULTILINE);
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\\\[^\\r\\n]*");

    private ClientText() {}

    /** The text as the server gets it, as long as before. */
    static String blanked(String text) {
        if (!text.startsWith("\\") && !text.contains("\n\\")) {
            return text;
        }
        Blank blank = new Blank(text);
        Matcher data = COPY_DATA.matcher(text);
        while (data.find()) {
            blank.range(data.start("data"), data.end());
        }
        String withoutData = blank.text();
        Matcher command = COMMAND.matcher(withoutData);
        while (command.find()) {
            blank.range(command.start(), command.end());
        }
        return blank.text();
    }
}
