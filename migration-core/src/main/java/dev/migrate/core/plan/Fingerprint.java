package dev.migrate.core.plan;

import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Step;
import dev.migrate.core.recipe.Recipe;
import dev.migrate.core.sql.SqlTokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an applied migration is recognised by: the names and arguments of its recipes, the tokens of its SQL and those of
 * its Java row functions. Comments, white space, the case of key words, the compiler and how much of the SQL this tool
 * understands do not count; nor does the way back, which may be improved later.
 *
 * @param form the version of the form; a row of the history is compared in its own
 * @param text the form's version and a SHA-256, in hexadecimal
 */
public record Fingerprint(int form, String text) {
    /** The form that new rows have. */
    public static final int FORM = 1;

    /** The fingerprint of a migration that runs its own steps. */
    public static Fingerprint of(Migration migration) {
        List<String> lines = new ArrayList<>(lines(migration.up()));
        if (!migration.rowFunctionTokens().isEmpty()) {
            lines.add("rows" + framed(migration.rowFunctionTokens()));
        }
        return of(lines);
    }

    /** The fingerprint of a contract: what the expand declared for it. */
    public static Fingerprint ofContract(Migration expand) {
        List<String> lines = new ArrayList<>(List.of("contract"));
        expand.up().stream()
                .filter(Step.RecipeUse.class::isInstance)
                .map(step -> ((Step.RecipeUse) step).recipe())
                .filter(Recipe::paired)
                .forEach(recipe -> lines.add(line(recipe)));
        lines.addAll(lines(expand.atContract()));
        return of(lines);
    }

    private static Fingerprint of(List<String> lines) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
            return new Fingerprint(FORM, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> lines(List<Step> steps) {
        return steps.stream().map(Fingerprint::line).toList();
    }

    private static String line(Step step) {
        if (step instanceof Step.RecipeUse use) {
            return line(use.recipe());
        }
        Step.Statement statement = (Step.Statement) step;
        return "sql" + tokens(statement.sql())
                + statement
                        .doneWhen()
                        .map(query -> " outside" + tokens(Optional.of(query)))
                        .orElse("");
    }

    private static String line(Recipe recipe) {
        return "recipe" + framed(recipe.name()) + framed(recipe.arguments());
    }

    private static String tokens(Optional<String> sql) {
        return framed(SqlTokens.normalise(sql.orElse("")));
    }

    private static String framed(List<String> texts) {
        return texts.stream().map(Fingerprint::framed).collect(Collectors.joining());
    }

    /** With its length in front, so that no text can pass for two. */
    private static String framed(String text) {
        return " " + text.length() + ":" + text;
    }
}
