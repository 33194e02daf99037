package dev.migrate.core.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a file's text runs when it is applied. Tools that keep both ways in one file mark them by comments; the way back
 * is blanked, so that every offset stays what it was.
 *
 * @param text as long as the file's
 * @param parts in order; what stands in none of them does not run
 */
record Sections(String text, List<Part> parts) {
    private static final Pattern MARKER = Pattern.compile("(?im)^[ \\t]*(?:--|#)[-# \\t]*(?:"
            + "(?<up>migrate:up\\b|\\+goose[ \\t]+up\\b|\\+migrate[ \\t]+up\\b|rambler[ \\t]+up\\b|!ups\\b"
            + "|up migration\\b)"
            + "|(?<down>migrate:down\\b|\\+goose[ \\t]+down\\b|\\+migrate[ \\t]+down\\b|rambler[ \\t]+down\\b"
            + "|!downs\\b|down migration\\b|//[ \\t]*@undo\\b|create above / drop below)"
            + "|(?<end>\\+(?:goose|migrate)[ \\t]+statement(?:begin|end)\\b)"
            + "|(?<outside>\\+goose[ \\t]+no transaction\\b|no-transaction\\b|atlas:txmode[ \\t]+none\\b)"
            + "|(?<changeset>changeset[ \\t]+[^\\s:]+:\\S+)"
            + ")(?<rest>[^\\r\\n]*)");
    private static final Pattern LIQUIBASE =
            Pattern.compile("\\A\\s*--[ \\t]*liquibase[ \\t]+formatted[ \\t]+sql\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+):(\"[^\"]*\"|\\S+)");

    /** Copies the list. */
    Sections {
        parts = List.copyOf(parts);
    }

    /**
     * A part that is applied as one.
     *
     * @param name of a change set; empty for a file's only part
     * @param from offset of its first character
     * @param to offset after its last one
     * @param outside whether the file says that it runs without a transaction
     */
    record Part(String name, int from, int to, boolean outside) {}

    /** Finds them. */
    static Sections of(String text) {
        List<Mark> marks = new ArrayList<>();
        Matcher matcher = MARKER.matcher(text);
        boolean liquibase = text.length() > 12 && LIQUIBASE.matcher(head(text)).lookingAt();
        while (matcher.find()) {
            if (liquibase == (matcher.group("changeset") != null)) {
                marks.add(Mark.of(matcher));
            }
        }
        if (marks.isEmpty()) {
            return new Sections(text, List.of(new Part("", 0, text.length(), false)));
        }
        return liquibase ? changeSets(text, marks) : upOnly(text, marks);
    }

    private static String head(String text) {
        return text.substring(0, Math.min(text.length(), 4_000));
    }

    private static Sections upOnly(String text, List<Mark> marks) {
        Blank blank = new Blank(text);
        boolean outside = false;
        int downFrom = -1;
        for (Mark mark : marks) {
            outside |= mark.outside();
            blank.endStatement(mark.from(), mark.to());
            if (mark.kind().equals("up") && downFrom >= 0) {
                blank.range(downFrom, mark.from());
                downFrom = -1;
            } else if (mark.kind().equals("down") && downFrom < 0) {
                downFrom = mark.to();
            }
        }
        if (downFrom >= 0) {
            blank.range(downFrom, text.length());
        }
        return new Sections(blank.text(), List.of(new Part("", 0, text.length(), outside)));
    }

    private static Sections changeSets(String text, List<Mark> marks) {
        Blank blank = new Blank(text);
        List<Part> parts = new ArrayList<>();
        for (int at = 0; at < marks.size(); at++) {
            Mark mark = marks.get(at);
            int to = at + 1 < marks.size() ? marks.get(at + 1).from() : text.length();
            blank.endStatement(mark.from(), mark.to());
            mark.attribute("endDelimiter").ifPresent(delimiter -> blank.delimiters(delimiter, mark.to(), to));
            if (mark.isForPostgres()) {
                parts.add(new Part(mark.name(), mark.to(), to, mark.outside()));
            } else {
                blank.range(mark.to(), to);
            }
        }
        return new Sections(blank.text(), parts);
    }

    /** A marking comment. */
    private record Mark(String kind, String name, Map<String, String> attributes, String rest, int from, int to) {
        private static final List<String> KINDS = List.of("up", "down", "end", "outside", "changeset");

        static Mark of(Matcher matcher) {
            String kind = KINDS.stream()
                    .filter(each -> matcher.group(each) != null)
                    .findFirst()
                    .orElseThrow();
            Map<String, String> attributes = new java.util.HashMap<>();
            Matcher attribute = ATTRIBUTE.matcher(matcher.group("rest"));
            while (attribute.find()) {
                attributes.put(
                        attribute.group(1).toLowerCase(Locale.ROOT),
                        attribute.group(2).replace("\"", ""));
            }
            String name = kind.equals("changeset")
                    ? matcher.group("changeset").substring("changeset".length()).strip()
                    : "";
            return new Mark(kind, name, attributes, matcher.group("rest"), matcher.start(), matcher.end());
        }

        Optional<String> attribute(String name) {
            return Optional.ofNullable(attributes.get(name.toLowerCase(Locale.ROOT)));
        }

        boolean outside() {
            return kind.equals("outside")
                    || attribute("runInTransaction")
                            .filter("false"::equalsIgnoreCase)
                            .isPresent()
                    || attribute("transaction")
                            .filter("false"::equalsIgnoreCase)
                            .isPresent()
                    || (kind.equals("up") && rest.toLowerCase(Locale.ROOT).contains("notransaction"));
        }

        boolean isForPostgres() {
            List<String> dbms = attribute("dbms").stream()
                    .flatMap(text -> java.util.Arrays.stream(
                            text.toLowerCase(Locale.ROOT).split(",", -1)))
                    .toList();
            boolean onlyOthers = dbms.stream().noneMatch(name -> name.equals("postgresql") || name.equals("all"))
                    && dbms.stream().anyMatch(name -> !name.startsWith("!"));
            return !onlyOthers && !dbms.contains("!postgresql");
        }
    }
}
