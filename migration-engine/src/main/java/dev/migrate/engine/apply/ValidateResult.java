package dev.migrate.engine.apply;

import dev.migrate.engine.Result;
import dev.migrate.engine.output.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Whether the migrations can be applied now. */
public record ValidateResult(List<Part> parts) implements Result {
    /** Copies the list. */
    public ValidateResult {
        parts = List.copyOf(parts);
    }

    /**
     * One app and schema.
     *
     * @param todo how many migrations an apply would run
     * @param waiting how many would wait
     */
    public record Part(String app, String schema, int todo, int waiting, List<Answer> answers) {
        /** Copies the list. */
        public Part {
            answers = List.copyOf(answers);
        }

        /** Whether nothing stands in the way. */
        public boolean holds() {
            return answers.stream().allMatch(answer -> answer.problem().isEmpty());
        }
    }

    /**
     * The answer to one question.
     *
     * @param question server, history, order, window, privileges
     * @param problem a whole message, if there is one
     */
    public record Answer(String question, Optional<String> problem) {
        /** Refuses null. */
        public Answer {
            Objects.requireNonNull(question, "question");
            Objects.requireNonNull(problem, "problem");
        }
    }

    @Override
    public String headline() {
        return parts.stream()
                .filter(part -> !part.holds())
                .findFirst()
                .map(part -> part.app() + ", schema " + part.schema() + ": cannot be applied now")
                .orElse("everything can be applied now");
    }

    @Override
    public String text() {
        List<String> lines = new ArrayList<>();
        for (Part part : parts) {
            lines.add(part.app() + ", schema " + part.schema()
                    + (part.holds() ? ": can be applied now" : ": cannot be applied now") + ", " + part.todo()
                    + " to apply, " + part.waiting() + " waiting");
            for (Answer answer : part.answers()) {
                lines.add("  " + answer.question() + ": "
                        + answer.problem().orElse("ok").replace("\n", "\n  "));
            }
        }
        return String.join("\n", lines);
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = Json.envelope();
        json.put("runs", parts.stream().map(ValidateResult::json).toList());
        return json;
    }

    private static Map<String, Object> json(Part part) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("app", part.app());
        one.put("schema", part.schema());
        one.put("holds", part.holds());
        one.put("pending", part.todo());
        one.put("waiting", part.waiting());
        one.put("answers", part.answers().stream().map(ValidateResult::json).toList());
        return one;
    }

    private static Map<String, Object> json(Answer answer) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("question", answer.question());
        one.put("holds", answer.problem().isEmpty());
        one.put("problem", answer.problem().orElse(""));
        return one;
    }

    @Override
    public boolean failed() {
        return parts.stream().anyMatch(part -> !part.holds());
    }
}
