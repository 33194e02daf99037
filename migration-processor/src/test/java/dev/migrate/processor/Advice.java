package dev.migrate.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;

/** A message as its reader sees it: the lines below a label, without the label. */
record Advice(String text) {
    private static final Pattern LABEL = Pattern.compile("[a-z]+: +.*");
    private static final int TEXT_COLUMN = 9;
    /** Javac's, from the second line on. */
    private static final String INDENT = "  ";

    static Advice of(Diagnostic<?> diagnostic) {
        return new Advice(diagnostic.getMessage(Locale.ROOT).replace("\n" + INDENT, "\n"));
    }

    List<String> fix() {
        return lines("fix");
    }

    List<String> or() {
        return lines("or");
    }

    private List<String> lines(String label) {
        List<String> found = new ArrayList<>();
        boolean within = false;
        for (String line : text.lines().toList()) {
            if (LABEL.matcher(line).matches()) {
                within = line.startsWith(label + ":");
            }
            if (within) {
                found.add(line.substring(TEXT_COLUMN));
            }
        }
        return found;
    }

    /** What a person writes where a message leaves a gap. */
    static String filled(String line) {
        return line.replace("\"SELECT …\"", "\"SELECT true\"").replace("\"…\"", "\"status\"");
    }

    /** Whether the line is one or more whole statements to paste. */
    static boolean isStep(String line) {
        return line.matches("steps\\.(add|atContract)\\(.*\\);");
    }

    /** The lines in groups: a line of prose begins one, and belongs to the steps that follow it. */
    static List<List<String>> groups(List<String> lines) {
        List<List<String>> groups = new ArrayList<>();
        boolean steps = true;
        for (String line : lines) {
            if (groups.isEmpty() || (steps && !isStep(line))) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(line);
            steps = isStep(line);
        }
        return groups;
    }

    /** Whether the prose of a group speaks of an expand. */
    static boolean toldExpand(List<String> group) {
        return group.stream().anyMatch(line -> !isStep(line) && line.contains("@Expand"));
    }

    static String steps(List<String> lines) {
        return String.join("\n", stepsOf(lines).map(Advice::filled).toList());
    }

    static Stream<String> stepsOf(List<String> lines) {
        return lines.stream().filter(Advice::isStep);
    }
}
