package dev.migrate.processor;

import dev.migrate.core.rule.RuleExamples.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An example whose author follows a message to the letter: in the flagged file, at the flagged place. */
final class Patched {
    private static final Pattern IN_PLACE_OF = Pattern.compile("(@\\w+) in place of (@\\w+).*");
    private static final Pattern RENAMED = Pattern.compile("rename .*\\bto (V\\d+_\\w+).*");
    private static final Pattern ADDED = Pattern.compile("(@\\w+(?:\\(.*\\))?) on \\w+.*");
    private static final Pattern HEADER =
            Pattern.compile("(public final class \\w+ implements (\\w+))(?:, with up\\((\\w+) steps\\))?");
    private static final Pattern UNQUALIFIED = Pattern.compile("write (\\w+): .*");

    private final Map<String, String> files = new LinkedHashMap<>();
    private String path;
    private boolean changed;

    Patched(List<SourceFile> files, String flagged) {
        files.forEach(file -> this.files.put(file.path(), file.text()));
        this.path = flagged;
    }

    List<SourceFile> files() {
        List<SourceFile> all = new ArrayList<>();
        files.forEach((where, text) -> all.add(new SourceFile(where, text)));
        return all;
    }

    /** Whether any line of the advice could be followed. */
    boolean changed() {
        return changed;
    }

    /** Replaces the flagged step by the first steps of the fix, and puts later ones into migrations of their own. */
    Patched fix(List<String> fix, int position) {
        List<List<String>> groups = Advice.groups(fix).stream()
                .filter(group -> Advice.stepsOf(group).findAny().isPresent())
                .toList();
        for (int at = 0; at < groups.size(); at++) {
            if (at == 0) {
                replaceStep(Advice.steps(groups.get(at)), position);
                asExpandIfTold(groups.get(at));
            } else {
                addMigration("V900" + at + "_Next", groups.get(at));
            }
        }
        fix.stream().filter(line -> !Advice.isStep(line)).forEach(this::follow);
        return this;
    }

    private void replaceStep(String steps, int position) {
        String text = text();
        int start = text.lastIndexOf("steps.", position);
        int end = text.indexOf(";\n", position) + 1;
        set(text.substring(0, start) + steps + text.substring(end));
    }

    private void asExpandIfTold(List<String> group) {
        if (Advice.toldExpand(group)) {
            set(text().replace("@Safe\n", "@Expand\n"));
        }
    }

    private void addMigration(String name, List<String> group) {
        String text = text();
        String home = text.substring(0, text.indexOf("import dev.migrate.api.*;"));
        String kind = Advice.toldExpand(group) ? "@Expand" : "@Safe";
        files.put(
                path.replaceFirst("\\w+\\.java$", name + ".java"),
                home + """
                import dev.migrate.api.*;

                %s
                public final class %s implements SchemaMigration {
                    @Override
                    public void up(Steps steps) {
                %s
                    }
                }
                """.formatted(kind, name, Advice.steps(group)));
    }

    private void follow(String line) {
        Matcher place = IN_PLACE_OF.matcher(line);
        Matcher renamed = RENAMED.matcher(line);
        Matcher added = ADDED.matcher(line);
        Matcher header = HEADER.matcher(line);
        Matcher unqualified = UNQUALIFIED.matcher(line);
        if (place.matches()) {
            set(text().replace(place.group(2) + "\n", place.group(1) + "\n"));
        } else if (renamed.matches()) {
            rename(renamed.group(1));
        } else if (line.matches("@Risky\\(.*\\)")) {
            set(text().replaceFirst("(?s)@Risky\\(.*?\\)\\)\n", reasoned(line) + "\n"));
        } else if (added.matches()) {
            annotate(reasoned(added.group(1)));
        } else if (header.find()) {
            implement(header.toMatchResult());
        } else if (unqualified.matches()) {
            set(text().replaceAll("\\w+\\." + unqualified.group(1) + "\\b", unqualified.group(1)));
        }
    }

    private void rename(String name) {
        String old = path.replaceAll(".*/|\\.java$", "");
        String text = text();
        files.remove(path);
        path = path.replace(old, name);
        set(text.replace(old, name));
    }

    private void implement(MatchResult header) {
        set(text().replaceFirst("public final class \\w+ implements \\w+", header.group(1)));
        if (header.group(3) != null) {
            set(text().replaceFirst("up\\(\\w+ steps\\)", "up(" + header.group(3) + " steps)"));
        }
    }

    /** Accepts: the annotation as the message has it, on a migration of the kind that it names. */
    Patched or(List<String> or) {
        if (or.size() == 1) {
            follow(or.get(0));
            return this;
        }
        String where = or.get(0);
        if (where.startsWith("in place of ")) {
            set(text().replaceFirst(where.replaceFirst("in place of (@\\w+).*", "$1") + "\n", ""));
        }
        set(text().replace("implements SchemaMigration", "implements RiskyMigration")
                .replace("(Steps steps)", "(RiskySteps steps)"));
        annotate(reasoned(String.join("\n", or.subList(1, or.size()))));
        return this;
    }

    private void annotate(String annotation) {
        String name = annotation.replaceFirst("(?s)(@\\w+).*", "$1");
        if (!text().contains(name)) {
            set(text().replaceFirst(
                            "public final class", Matcher.quoteReplacement(annotation) + "\npublic final class"));
        }
    }

    private static String reasoned(String annotation) {
        return annotation.replace("\"…\"", "\"a reason\"");
    }

    @Override
    public String toString() {
        return files.getOrDefault(path, "").replaceFirst("(?s).*import dev.migrate.api.\\*;", "");
    }

    private String text() {
        return files.getOrDefault(path, "");
    }

    private void set(String text) {
        changed |= !text.equals(files.put(path, text));
    }
}
