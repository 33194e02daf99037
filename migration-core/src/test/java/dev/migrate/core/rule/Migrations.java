package dev.migrate.core.rule;

import dev.migrate.api.Hazard;
import dev.migrate.core.finding.Finding;
import dev.migrate.core.graph.MigrationGraph;
import dev.migrate.core.message.Messages;
import dev.migrate.core.migration.Acceptance;
import dev.migrate.core.migration.Kind;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.Place;
import dev.migrate.core.migration.PlacedOperation;
import dev.migrate.core.migration.Shape;
import dev.migrate.core.migration.Step;
import dev.migrate.core.recipe.Recipe;
import dev.migrate.core.sql.SqlReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Migrations made of SQL and recipes, for the tests of the rules; each step has a line of its own. */
final class Migrations {
    private final String name;
    private Optional<String> app = Optional.of("shop");
    private String suffix = ".java";
    private int postgres = 13;
    private Optional<String> release = Optional.empty();
    private boolean closed;
    private final List<Kind> kinds = new ArrayList<>();
    private Optional<Shape> shape = Optional.empty();
    private boolean risky;
    private boolean window;
    private final List<Acceptance> accepted = new ArrayList<>();
    private Optional<String> of = Optional.empty();
    private Optional<String> irreversible = Optional.empty();
    private final List<String> dependsOn = new ArrayList<>();
    private final List<Step> up = new ArrayList<>();
    private Optional<List<Step>> down = Optional.empty();
    private final List<Step> atContract = new ArrayList<>();

    private Migrations(String name, Kind... kinds) {
        this.name = name;
        this.kinds.addAll(Arrays.asList(kinds));
        this.risky = this.kinds.contains(Kind.RISKY);
    }

    static Migrations migration(String name, Kind... kinds) {
        return new Migrations(name, kinds);
    }

    static Migrations safe(String name) {
        return migration(name, Kind.SAFE);
    }

    static Migrations expand(String name) {
        return migration(name, Kind.EXPAND);
    }

    static Migrations contract(String name, String of) {
        Migrations migration = migration(name, Kind.CONTRACT);
        migration.of = Optional.of("shop.migrations." + of);
        return migration;
    }

    static Migrations risky(String name) {
        return migration(name, Kind.RISKY);
    }

    /** A file of SQL, as far as the rules look at it. */
    static Migrations sqlFile(String name) {
        Migrations migration = migration(name, Kind.SAFE);
        migration.suffix = ".sql";
        migration.shape = Optional.of(Shape.SQL);
        return migration.irreversible("a file has no way back");
    }

    static List<Finding> judge(Migrations... migrations) {
        return Judge.judge(MigrationGraph.of(
                Arrays.stream(migrations).map(Migrations::build).toList()));
    }

    static List<String> rulesOf(Migrations... migrations) {
        return judge(migrations).stream().map(Finding::rule).toList();
    }

    /** The whole message of the one finding. */
    static String message(Migrations... migrations) {
        List<Finding> findings = judge(migrations);
        if (findings.size() != 1) {
            throw new AssertionError(
                    "not one finding: " + findings.stream().map(Messages::text).toList());
        }
        return Messages.text(findings.get(0));
    }

    Migrations sql(String text) {
        up.add(statement(text, Optional.empty(), Optional.empty()));
        return this;
    }

    Migrations sql(String text, String inverse) {
        up.add(statement(text, Optional.of(inverse), Optional.empty()));
        return this;
    }

    Migrations outside(String text) {
        up.add(statement(text, Optional.empty(), Optional.of("SELECT true")));
        return this;
    }

    Migrations lost(String text, String what) {
        Step.Statement read = statement(text, Optional.empty(), Optional.empty());
        up.add(new Step.Statement(
                read.sql(), read.operations(), read.inverse(), read.doneWhen(), List.of(what), read.place()));
        return this;
    }

    Migrations recipe(String recipe, Map<String, ?> arguments) {
        up.add(new Step.RecipeUse(Recipe.of(recipe, arguments), place(up.size() + 1)));
        return this;
    }

    Migrations retire(String table, String column) {
        return recipe("retireColumn", Map.of("table", table, "column", column));
    }

    Migrations atContract(String text) {
        atContract.add(statement(text, Optional.empty(), Optional.empty()));
        return this;
    }

    Migrations accept(Hazard hazard, String on, String because) {
        accepted.add(new Acceptance(hazard, on, because, place(0)));
        risky = true;
        return this;
    }

    Migrations window() {
        window = true;
        return this;
    }

    Migrations irreversible(String because) {
        irreversible = Optional.of(because);
        return this;
    }

    Migrations down(String text) {
        down = Optional.of(List.of(statement(text, Optional.empty(), Optional.empty())));
        return this;
    }

    Migrations release(String label, boolean isClosed) {
        release = Optional.of(label);
        closed = isClosed;
        return this;
    }

    Migrations app(String other) {
        app = Optional.of(other);
        return this;
    }

    Migrations withoutApp() {
        app = Optional.empty();
        return this;
    }

    Migrations postgres(int major) {
        postgres = major;
        return this;
    }

    Migrations shape(Shape other) {
        shape = Optional.of(other);
        return this;
    }

    Migrations dependsOn(String other) {
        dependsOn.add("shop.migrations." + other);
        return this;
    }

    private Step.Statement statement(String text, Optional<String> inverse, Optional<String> doneWhen) {
        Place place = place(up.size() + atContract.size() + 1);
        List<PlacedOperation> operations = SqlReader.read(text).stream()
                .flatMap(statement -> statement.operations().stream())
                .map(spanned -> new PlacedOperation(spanned.operation(), place))
                .toList();
        return new Step.Statement(Optional.of(text), operations, inverse, doneWhen, List.of(), place);
    }

    private Place place(int line) {
        return Place.line(name + suffix, line);
    }

    Migration build() {
        return new Migration(
                "shop.migrations." + name,
                name,
                app,
                app.isPresent() ? OptionalInt.of(postgres) : OptionalInt.empty(),
                release,
                closed,
                kinds,
                shape,
                risky,
                window,
                accepted,
                of,
                irreversible,
                dependsOn,
                up,
                down,
                atContract,
                List.of(),
                place(0));
    }
}
