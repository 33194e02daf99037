package dev.migrate.engine.explain;

import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.output.Nearest;

/** Shows the page of a rule, or the list of all rules. Needs neither a project nor a database. */
public final class ExplainCommand {
    private final Settings settings;

    /** The command. */
    public ExplainCommand(Settings settings) {
        this.settings = settings;
    }

    /**
     * Explains.
     *
     * @throws UserFailure if there is no rule of that name
     */
    public ExplainResult run() {
        String named = settings.text(Setting.RULE).orElse("");
        if (named.isEmpty()) {
            return new ExplainResult.All(Pages.names());
        }
        String rule = Pages.names().stream()
                .filter(name -> folded(name).equals(folded(named)))
                .findFirst()
                .orElseThrow(() -> unknown(named));
        return new ExplainResult.Page(rule, Pages.page(rule).orElseThrow());
    }

    /** As a message writes it, as {@code @Accept} does, or as a file's name. */
    private static String folded(String name) {
        return name.replaceAll("[\\[\\]_\\s-]|\\.md$|^Hazard\\.", "").toLowerCase(java.util.Locale.ROOT);
    }

    private static UserFailure unknown(String named) {
        return new UserFailure(
                "there is no rule " + named,
                "found:  " + Setting.RULE.property() + "; near it are "
                        + String.join(", ", Nearest.to(named, Pages.names())),
                "note:   mvn migrate:explain without " + Setting.RULE.property() + " lists all of them");
    }
}
