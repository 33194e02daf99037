package dev.migrate.engine.apply;

import dev.migrate.engine.Result;
import dev.migrate.engine.output.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The results of one command on several apps and schemas. */
record Several(List<? extends Result> results) implements Result {
    Several {
        results = List.copyOf(results);
    }

    @Override
    public String text() {
        return results.stream().map(Result::text).collect(Collectors.joining("\n"));
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = Json.envelope();
        json.put("runs", results.stream().map(Several::withoutVersion).toList());
        return json;
    }

    @Override
    public boolean failed() {
        return results.stream().anyMatch(Result::failed);
    }

    private static Map<String, Object> withoutVersion(Result result) {
        Map<String, Object> one = new LinkedHashMap<>(result.json());
        one.remove("version");
        return one;
    }
}
