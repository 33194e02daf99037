package dev.migrate.engine.explain;

import dev.migrate.engine.Result;
import dev.migrate.engine.output.Json;
import dev.migrate.engine.output.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What explain shows. */
public sealed interface ExplainResult extends Result {
    /**
     * The page of a rule.
     *
     * @param markdown the page as it is in {@code docs/hazards}
     */
    record Page(String rule, String markdown) implements ExplainResult {
        /** Refuses null. */
        public Page {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(markdown, "markdown");
        }

        @Override
        public String text(View view) {
            return new MarkdownText(view).of(markdown);
        }

        @Override
        public Map<String, Object> json() {
            Map<String, Object> json = Json.envelope();
            json.put("rule", rule);
            json.put("page", markdown);
            return json;
        }
    }

    /** All rules, a line each. */
    record All(List<String> rules) implements ExplainResult {
        /** Copies the list. */
        public All {
            rules = List.copyOf(rules);
        }

        @Override
        public String text(View view) {
            StringBuilder markdown = new StringBuilder();
            for (String rule : rules) {
                markdown.append("- **").append(rule).append("**: ");
                markdown.append(Pages.summary(rule).orElse("")).append('\n');
            }
            return new MarkdownText(view)
                    .of(markdown + "\nOne of them in full: `mvn migrate:explain" + " -Dmigrate.rule=" + rules.get(0)
                            + "`\n");
        }

        @Override
        public Map<String, Object> json() {
            Map<String, Object> json = Json.envelope();
            json.put("rules", rules.stream().map(All::json).toList());
            return json;
        }

        private static Map<String, Object> json(String rule) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("rule", rule);
            one.put("summary", Pages.summary(rule).orElse(""));
            return one;
        }
    }

    @Override
    default String text() {
        return text(View.plain());
    }
}
