package dev.migrate.engine.check;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.finding.Finding.Level;
import dev.migrate.core.finding.Suppressed;
import dev.migrate.core.message.Messages;
import dev.migrate.core.migration.Place;
import dev.migrate.core.rule.ToolVersion;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report as a log of SARIF 2.1.0: one run, however many modules; files named from the repository's root. */
final class SarifReport {
    private static final String ROOT = "%SRCROOT%";

    private final Path repository;
    private final SarifRules rules = new SarifRules();
    private final Fingerprints fingerprints = new Fingerprints();

    private SarifReport(Path repository) {
        this.repository = repository;
    }

    static Map<String, Object> of(CheckReport report) {
        return new SarifReport(Repository.root(report.root())).log(report);
    }

    private Map<String, Object> log(CheckReport report) {
        List<Object> results = new ArrayList<>();
        report.findings().forEach(found -> results.add(result(found)));
        report.suppressed().forEach(one -> {
            Map<String, Object> result = result(one.reported());
            result.put("suppressions", List.of(suppression(one)));
            results.add(result);
        });
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver()));
        run.put("columnKind", "utf16CodeUnits");
        run.put("originalUriBaseIds", Map.of(ROOT, Map.of("description", text("the root of the repository"))));
        run.put("invocations", List.of(Map.of("executionSuccessful", true)));
        run.put("results", results);
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return log;
    }

    private Map<String, Object> driver() {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "migrate");
        driver.put("semanticVersion", ToolVersion.currentText());
        driver.put("rules", rules.all());
        return driver;
    }

    private Map<String, Object> result(ReportedFinding found) {
        Finding finding = found.finding();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.rule());
        result.put("ruleIndex", rules.index(finding.rule()));
        result.put("level", level(finding.level()));
        result.put("message", text(Messages.text(finding).replaceFirst("^\\[\\w+] ", "")));
        result.put("locations", List.of(location(found)));
        result.put("partialFingerprints", Map.of("migrateFinding/v1", fingerprints.of(found)));
        result.put("properties", properties(found));
        return result;
    }

    private Map<String, Object> location(ReportedFinding found) {
        Map<String, Object> physical = new LinkedHashMap<>();
        Path file = found.path();
        Map<String, Object> artifact = new LinkedHashMap<>();
        artifact.put("uri", uri(found.file(repository)));
        if (file.startsWith(repository)) {
            artifact.put("uriBaseId", ROOT);
        }
        physical.put("artifactLocation", artifact);
        Place place = found.finding().place();
        if (place.line() > 0) {
            physical.put("region", region(place));
        }
        Map<String, Object> logical = new LinkedHashMap<>();
        logical.put("name", found.finding().migration());
        logical.put("kind", "type");
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("physicalLocation", physical);
        location.put("logicalLocations", List.of(logical));
        return location;
    }

    /** SARIF counts as {@link Place} does: from 1, and the end is exclusive. */
    private static Map<String, Object> region(Place place) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", place.line());
        if (place.column() > 0) {
            region.put("startColumn", place.column());
            region.put("endLine", place.endLine());
            region.put("endColumn", place.endColumn());
        }
        return region;
    }

    private Map<String, Object> properties(ReportedFinding found) {
        Finding finding = found.finding();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("category", finding.category().jsonName());
        properties.put("certainty", finding.certainty().name().toLowerCase(java.util.Locale.ROOT));
        properties.put("object", finding.object());
        properties.put("migration", finding.migration());
        properties.put("runBy", finding.runBy());
        properties.put("module", found.module(repository));
        return properties;
    }

    private static Map<String, Object> suppression(ReportedSilence one) {
        Map<String, Object> suppression = new LinkedHashMap<>();
        suppression.put("kind", one.why() == Suppressed.Why.ACCEPTED ? "inSource" : "external");
        suppression.put("status", "accepted");
        suppression.put("justification", one.because());
        return suppression;
    }

    static String level(Level level) {
        return switch (level) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    static Map<String, Object> text(String text) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("text", text);
        return message;
    }

    private static String uri(String path) {
        try {
            return new URI(null, null, path, null).getRawPath();
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException("no path: " + path, impossible);
        }
    }
}
