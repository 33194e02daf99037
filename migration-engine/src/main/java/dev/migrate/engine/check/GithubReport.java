package dev.migrate.engine.check;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.finding.Finding.Level;
import dev.migrate.core.message.Messages;
import dev.migrate.core.migration.Place;
import dev.migrate.engine.output.WorkflowCommand;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The report as annotations of GitHub Actions: one workflow command a finding, its file named from the repository's root. */
final class GithubReport {
    private GithubReport() {}

    static String of(CheckReport report) {
        Path repository = Repository.root(report.root());
        return report.findings().map(found -> command(found, repository).text()).collect(Collectors.joining("\n"));
    }

    private static WorkflowCommand command(ReportedFinding found, Path repository) {
        Finding finding = found.finding();
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("file", found.file(repository));
        addLines(properties, finding.place());
        properties.put("title", finding.rule());
        return new WorkflowCommand(
                name(finding.level()), properties, Messages.text(finding).replaceFirst("^\\[\\w+] ", ""));
    }

    /**
     * Columns only within one line: GitHub refuses them for a range of lines. Its {@code endColumn} is that of the last
     * character, for which {@code col} is the default; ours, and SARIF's, is that of the one behind it.
     */
    private static void addLines(Map<String, String> properties, Place place) {
        if (place.line() <= 0) {
            return;
        }
        properties.put("line", String.valueOf(place.line()));
        boolean oneLine = place.line() == place.endLine();
        if (oneLine && place.column() > 0) {
            properties.put("col", String.valueOf(place.column()));
        }
        properties.put("endLine", String.valueOf(place.endLine()));
        if (oneLine && place.column() > 0 && place.endColumn() > place.column()) {
            properties.put("endColumn", String.valueOf(place.endColumn() - 1));
        }
    }

    private static String name(Level level) {
        return switch (level) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "notice";
        };
    }
}
