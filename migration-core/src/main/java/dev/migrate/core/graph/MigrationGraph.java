package dev.migrate.core.graph;

import dev.migrate.core.migration.Kind;
import dev.migrate.core.migration.Migration;
import dev.migrate.core.migration.MigrationName;
import dev.migrate.core.migration.PlacedOperation;
import dev.migrate.core.migration.Step;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Migrations with their order, pairs and edges. Built once, immutable. Malformed migrations are kept, so that a rule can
 * speak about them: misnamed ones come last in their app, in the order of their names.
 */
public final class MigrationGraph {
    private static final Comparator<Named> ORDER = Comparator.comparing(
                    (Named named) -> named.migration().app().orElse(""))
            .thenComparing(named -> named.name().isEmpty())
            .thenComparing((one, other) -> one.name()
                    .flatMap(name -> other.name().map(name::compareTo))
                    .orElse(0))
            .thenComparing(named -> named.migration().simpleName())
            .thenComparing(named -> named.migration().className());

    private final List<Migration> migrations;
    private final Map<String, List<Migration>> byApp;
    private final Map<String, Migration> byClass;
    private final Map<String, List<Migration>> contracts;
    private final Map<Numbered, Migration> firstByNumber;

    private MigrationGraph(List<Named> sorted) {
        Map<String, List<Migration>> apps = new LinkedHashMap<>();
        Map<String, Migration> classes = new LinkedHashMap<>();
        Map<String, List<Migration>> naming = new LinkedHashMap<>();
        Map<Numbered, Migration> numbers = new LinkedHashMap<>();
        List<Migration> ordered = new ArrayList<>();
        for (Named named : sorted) {
            Migration migration = named.migration();
            ordered.add(migration);
            classes.put(migration.className(), migration);
            migration.of().ifPresent(expand -> add(migration, expand, naming));
            migration.app().ifPresent(app -> add(migration, app, apps));
            migration
                    .app()
                    .flatMap(app -> named.name().map(name -> new Numbered(app, name.number())))
                    .ifPresent(number -> numbers.putIfAbsent(number, migration));
        }
        this.migrations = List.copyOf(ordered);
        this.byApp = Collections.unmodifiableMap(apps);
        this.byClass = Collections.unmodifiableMap(classes);
        this.contracts = Collections.unmodifiableMap(naming);
        this.firstByNumber = Collections.unmodifiableMap(numbers);
    }

    private static void add(Migration migration, String key, Map<String, List<Migration>> groups) {
        groups.computeIfAbsent(key, none -> new ArrayList<>()).add(migration);
    }

    /** A migration with its name, which is parsed once. */
    private record Named(Migration migration, Optional<MigrationName> name) {
        static Named of(Migration migration) {
            return new Named(migration, migration.name());
        }
    }

    private record Numbered(String app, BigInteger number) {}

    /** Builds the graph, whatever the order of the given migrations. */
    public static MigrationGraph of(List<Migration> migrations) {
        return new MigrationGraph(
                migrations.stream().map(Named::of).sorted(ORDER).toList());
    }

    /** Builds the graph of migrations whose order something else than their names decides: they keep the given one. */
    public static MigrationGraph inOrder(List<Migration> migrations) {
        return new MigrationGraph(migrations.stream().map(Named::of).toList());
    }

    /** Whether its migrations are files of SQL; false where there are none. */
    public boolean isSql() {
        return !migrations.isEmpty() && migrations.stream().allMatch(Migration::isSql);
    }

    /** All migrations: app by app, each app in its order; those without an app come first. */
    public List<Migration> migrations() {
        return migrations;
    }

    /** The names of the apps, sorted. */
    public List<String> apps() {
        return List.copyOf(byApp.keySet());
    }

    /** The migrations of an app in their order; empty for an app that is not there. */
    public List<Migration> migrations(String app) {
        return Collections.unmodifiableList(byApp.getOrDefault(app, List.of()));
    }

    /** A migration by the binary name of its class. */
    public Optional<Migration> byClass(String className) {
        return Optional.ofNullable(byClass.get(className));
    }

    /** What a contract's {@code of} names, whatever it is; empty for other kinds and for classes not in the graph. */
    public Optional<Migration> namedBy(Migration contract) {
        return contract.of().flatMap(this::byClass);
    }

    /** The expand whose second half the contract is; empty if what it names is no expand. */
    public Optional<Migration> expandOf(Migration contract) {
        return namedBy(contract).filter(named -> named.kinds().contains(Kind.EXPAND));
    }

    /** The contracts that name the migration, in order; more than one is an error that a rule reports. */
    public List<Migration> contractsOf(Migration expand) {
        return Collections.unmodifiableList(contracts.getOrDefault(expand.className(), List.of()));
    }

    /** The first migration of its app that has its number, often itself; empty for a misnamed one and without an app. */
    public Optional<Migration> firstOfItsNumber(Migration migration) {
        return migration
                .app()
                .flatMap(app -> migration.name().map(name -> new Numbered(app, name.number())))
                .flatMap(number -> Optional.ofNullable(firstByNumber.get(number)));
    }

    /** The migrations of this graph that {@code @DependsOn} names; those of modules not at hand are left out. */
    public List<Migration> dependenciesOf(Migration migration) {
        return migration.dependsOn().stream()
                .flatMap(name -> byClass(name).stream())
                .toList();
    }

    /** Whether the first is ordered before the second: same app, and by the numbers of their names. */
    public static boolean before(Migration first, Migration second) {
        return first.app().isPresent()
                && first.app().equals(second.app())
                && first.name().isPresent()
                && second.name().isPresent()
                && first.name().get().number().compareTo(second.name().get().number()) < 0;
    }

    /** What a migration runs, in order: its own steps, or for a contract the half that its expand declared. */
    public List<RunOperation> operations(Migration migration) {
        if (migration.kinds().contains(Kind.CONTRACT)) {
            return expandOf(migration).map(MigrationGraph::contractHalf).orElse(List.of());
        }
        return migration.up().stream()
                .flatMap(step -> step.operations().stream().map(placed -> new RunOperation(placed, step, migration)))
                .toList();
    }

    /** What an expand declares for its contract: the second halves of its recipes, then what it declares by hand. */
    public static List<RunOperation> contractHalf(Migration expand) {
        Stream<RunOperation> recipes = expand.up().stream()
                .filter(Step.RecipeUse.class::isInstance)
                .map(Step.RecipeUse.class::cast)
                .flatMap(use -> use.recipe().contractOperations().stream()
                        .map(operation -> new RunOperation(new PlacedOperation(operation, use.place()), use, expand)));
        Stream<RunOperation> byHand = expand.atContract().stream()
                .flatMap(step -> step.operations().stream().map(placed -> new RunOperation(placed, step, expand)));
        return Stream.concat(recipes, byHand).toList();
    }
}
