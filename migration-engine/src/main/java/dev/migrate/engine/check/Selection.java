package dev.migrate.engine.check;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.MigrationName;
import dev.migrate.engine.MigrateException.UserFailure;
import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.output.Nearest;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The part of the findings that is wanted: of one migration, of one app. All migrations are judged, because each is judged
 * on the schema that those before it leave.
 */
record Selection(Optional<String> migration, Optional<String> app) {
    static Selection of(Settings settings) {
        return new Selection(settings.text(Setting.MIGRATION), settings.text(Setting.APP));
    }

    /**
     * The wanted part of a result.
     *
     * @param all what was judged
     * @throws UserFailure if nothing of that name was
     */
    CheckResult of(CheckResult result, List<Migration> all) {
        if (migration.isEmpty() && app.isEmpty()) {
            return result;
        }
        List<Migration> wanted = all.stream()
                .filter(one -> app.isEmpty() || app.equals(one.app()))
                .toList();
        if (app.isPresent() && wanted.isEmpty()) {
            throw unknown("app " + app.get(), Setting.APP, apps(all), app.get());
        }
        Set<String> names = names(wanted);
        return new CheckResult(
                names.size(),
                result.findings().stream()
                        .filter(found -> concerns(found.finding(), names))
                        .toList(),
                result.suppressed().stream()
                        .filter(one -> concerns(one.located().finding(), names))
                        .toList(),
                result.proof(),
                result.base(),
                result.failOn());
    }

    private Set<String> names(List<Migration> ofApp) {
        Set<String> names = ofApp.stream()
                .filter(migration
                        .<Predicate<Migration>>map(wanted -> one -> isNamed(one, wanted))
                        .orElse(one -> true))
                .map(Migration::simpleName)
                .collect(Collectors.toSet());
        if (names.isEmpty()) {
            String wanted = migration.orElse("");
            throw unknown(
                    "migration " + wanted,
                    Setting.MIGRATION,
                    ofApp.stream().map(Migration::simpleName).toList(),
                    wanted);
        }
        return names;
    }

    private static List<String> apps(List<Migration> all) {
        return all.stream().flatMap(one -> one.app().stream()).distinct().toList();
    }

    /** What a contract runs stands in its expand. */
    private static boolean concerns(Finding finding, Set<String> names) {
        return names.contains(finding.migration()) || names.contains(finding.runBy());
    }

    /** By its class, its simple name, its number, or its file. */
    private static boolean isNamed(Migration one, String wanted) {
        String path = wanted.replace('\\', '/');
        String file = path.substring(path.lastIndexOf('/') + 1);
        return wanted.equals(one.simpleName())
                || wanted.equals(one.className())
                || file.equals(one.simpleName() + ".java")
                || isFileOfSql(one, path)
                || hasNumber(one, wanted);
    }

    private static boolean hasNumber(Migration one, String wanted) {
        Optional<BigInteger> number = number(wanted);
        return number.isPresent() && number.equals(one.name().map(MigrationName::number));
    }

    /** A change set is one of several in its file. */
    private static boolean isFileOfSql(Migration one, String path) {
        String file = one.simpleName().replaceFirst("::.*", "");
        boolean same = path.equals(file) || path.endsWith("/" + file) || file.endsWith("/" + path);
        return same && path.endsWith(".sql");
    }

    private static Optional<BigInteger> number(String wanted) {
        return wanted.matches("[Vv]?\\d{1,40}")
                ? Optional.of(new BigInteger(wanted.replaceFirst("^[Vv]", "")))
                : Optional.empty();
    }

    private static UserFailure unknown(String what, Setting setting, List<String> known, String wanted) {
        return new UserFailure(
                "there is no " + what + " among what is checked",
                "found:  " + setting.property() + (known.isEmpty() ? "; there is none at all" : "; near it: ")
                        + String.join(", ", Nearest.to(wanted, known)),
                "note:   migrate.migration takes a name, a number or a file");
    }
}
