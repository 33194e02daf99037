package dev.migrate.core.measured;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The same statements in other words: other names, plain and quoted, other case of what is not quoted, other white space
 * and comments. Names that PostgreSQL makes of others ({@code t_a_idx}) change with these.
 */
final class Respelling {
    private static final Pattern TOKEN = Pattern.compile(
            "(?s)(?<dollar>\\$(?<tag>\\w*)\\$(?<body>.*?)\\$\\k<tag>\\$)|(?<literal>(?<prefix>(?i:[ebxn]|u&)?)'(?:''|[^'])*')"
                    + "|(?<quoted>(?i:u&)?\"(?:\"\"|[^\"])*\")|(?<comment>--[^\\n]*)|(?<word>[A-Za-z_]\\w*)|(?<space>\\s+)"
                    + "|(?<other>.)");
    private static final Pattern CREATED =
            Pattern.compile("(?i)\\bcreate\\s+(?:unlogged\\s+|unique\\s+|materialized\\s+"
                    + "|or\\s+replace\\s+)*(?:table|index|view|type|domain|sequence)\\s+(?:concurrently\\s+)?(?:if\\s+not\\s+exists\\s+)?"
                    + "(\\w+)");
    private static final List<String> SPACES = List.of(" ", "  ", "\n", "\t", " /* so */ ", " -- why\n", "\n\n  ");

    private final Random random;
    private final Map<String, String> names = new HashMap<>();
    private final Collection<String> relations = new TreeSet<>((one, other) ->
            one.length() == other.length() ? one.compareTo(other) : Integer.compare(other.length(), one.length()));

    /**
     * One respelling.
     *
     * @param seed the same gives the same
     * @param columns names that are changed
     * @param texts statements; what they create gets another name too
     */
    Respelling(long seed, Collection<String> columns, List<String> texts) {
        this.random = new Random(seed);
        for (String text : texts) {
            Matcher created = CREATED.matcher(text);
            while (created.find()) {
                String name = created.group(1).toLowerCase(Locale.ROOT);
                if (!name.equals("on")) {
                    relations.add(name);
                }
            }
        }
        relations.forEach(this::rename);
        columns.forEach(this::rename);
    }

    private void rename(String name) {
        names.computeIfAbsent(name, old -> switch (random.nextInt(4)) {
            case 0 -> "z" + old + "9";
            case 1 -> "Z " + old;
            case 2 -> "ü" + old;
            default -> "Select\"" + old;
        });
    }

    /** What a name has become. */
    String name(String old) {
        String known = names.get(old);
        return known != null ? known : made(old);
    }

    /** A name that begins with a relation's, as PostgreSQL makes them. */
    private String made(String old) {
        for (String relation : relations) {
            if (old.startsWith(relation + "_")) {
                String rest = old.substring(relation.length() + 1);
                return names.get(relation) + "_" + parts(rest);
            }
        }
        return old;
    }

    private String parts(String rest) {
        for (int end = rest.length(); end > 0; end = rest.lastIndexOf('_', end - 1)) {
            String renamed = names.get(rest.substring(0, end));
            if (renamed != null) {
                return renamed + (end == rest.length() ? "" : "_" + parts(rest.substring(end + 1)));
            }
        }
        int next = rest.indexOf('_');
        return next < 0 ? rest : rest.substring(0, next + 1) + parts(rest.substring(next + 1));
    }

    /** A text with its names changed and all else spelled another way. */
    String of(String sql) {
        StringBuilder out = new StringBuilder();
        Matcher token = TOKEN.matcher(sql);
        while (token.find()) {
            if (token.group("dollar") != null) {
                out.append('$').append(token.group("tag")).append('$').append(of(token.group("body")));
                out.append('$').append(token.group("tag")).append('$');
            } else if (token.group("literal") != null) {
                out.append(literal(token.group("literal"), token.group("prefix")));
            } else if (token.group("quoted") != null) {
                out.append(quoted(token.group("quoted")));
            } else if (token.group("comment") != null) {
                out.append(token.group("comment"));
            } else if (token.group("word") != null) {
                out.append(word(token.group("word")));
            } else if (token.group("space") != null) {
                out.append(SPACES.get(random.nextInt(SPACES.size())));
            } else {
                out.append(token.group("other"));
            }
        }
        return out.toString();
    }

    private String literal(String literal, String prefix) {
        String content = literal.substring(prefix.length() + 1, literal.length() - 1);
        String renamed = name(content);
        boolean isName = prefix.isEmpty() && !renamed.equals(content);
        return isName ? "'" + identifier(renamed).replace("'", "''") + "'" : literal;
    }

    private String quoted(String quoted) {
        String stored = quoted.substring(quoted.indexOf('"') + 1, quoted.length() - 1);
        String renamed = name(stored);
        return renamed.equals(stored) ? quoted : '"' + renamed.replace("\"", "\"\"") + '"';
    }

    private String word(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String renamed = name(lower);
        return renamed.equals(lower) ? cased(lower) : identifier(renamed);
    }

    private String identifier(String name) {
        return name.matches("[a-zü][a-zü0-9_]*") ? cased(name) : '"' + name.replace("\"", "\"\"") + '"';
    }

    private String cased(String word) {
        StringBuilder cased = new StringBuilder();
        boolean ascii = word.chars().allMatch(each -> each < 128);
        for (int at = 0; at < word.length(); at++) {
            char each = word.charAt(at);
            cased.append(ascii && random.nextBoolean() ? Character.toUpperCase(each) : each);
        }
        return cased.toString();
    }
}
