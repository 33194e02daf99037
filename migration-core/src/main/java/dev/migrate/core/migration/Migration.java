package dev.migrate.core.migration;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A migration, read. Malformed ones are read too (no kind, no name of the right form), so that a rule can say so.
 *
 * @param className the binary name of the class
 * @param simpleName its simple name; {@link #name()} is the parsed form
 * @param app from {@code @Migrations}, empty if there is none above
 * @param postgres the oldest major in use, from {@code @Migrations}
 * @param release the declared release, if any
 * @param closed whether that release is closed
 * @param kinds the annotations that stand on the class, {@code RISKY} only when {@code @Risky} stands alone
 * @param shape the interface that the class implements, or that it is a file of SQL; empty where a reading could not
 *     tell
 * @param risky whether {@code @Risky} stands on the class
 * @param of the binary name of the expand of a contract
 * @param irreversible the reason, if {@code @Irreversible} stands on the class
 * @param up the steps, empty for a contract
 * @param down the written way back, empty where it is to be derived
 * @param atContract what an expand declares by hand for its contract
 * @param place the class's name in its source
 * @param declaration how the class is declared, and the places of its annotations
 * @param rowFunctionTokens the source tokens of its Java row functions, which the compiled class does not tell; the
 *     reading of the source gives them beside the migration
 */
public record Migration(
        String className,
        String simpleName,
        Optional<String> app,
        OptionalInt postgres,
        Optional<String> release,
        boolean closed,
        List<Kind> kinds,
        Optional<Shape> shape,
        boolean risky,
        boolean maintenanceWindow,
        List<Acceptance> accepted,
        Optional<String> of,
        Optional<String> irreversible,
        List<String> dependsOn,
        List<Step> up,
        Optional<List<Step>> down,
        List<Step> atContract,
        List<Check> checks,
        Place place,
        Declaration declaration,
        List<String> rowFunctionTokens) {
    /** Copies the lists. */
    public Migration {
        Objects.requireNonNull(className, "className");
        Objects.requireNonNull(simpleName, "simpleName");
        Objects.requireNonNull(app, "app");
        Objects.requireNonNull(postgres, "postgres");
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(irreversible, "irreversible");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(declaration, "declaration");
        kinds = List.copyOf(kinds);
        accepted = List.copyOf(accepted);
        dependsOn = List.copyOf(dependsOn);
        up = List.copyOf(up);
        down = down.map(List::copyOf);
        atContract = List.copyOf(atContract);
        checks = List.copyOf(checks);
        rowFunctionTokens = List.copyOf(rowFunctionTokens);
    }

    /** A migration whose class is well-formed. */
    public Migration(
            String className,
            String simpleName,
            Optional<String> app,
            OptionalInt postgres,
            Optional<String> release,
            boolean closed,
            List<Kind> kinds,
            Optional<Shape> shape,
            boolean risky,
            boolean maintenanceWindow,
            List<Acceptance> accepted,
            Optional<String> of,
            Optional<String> irreversible,
            List<String> dependsOn,
            List<Step> up,
            Optional<List<Step>> down,
            List<Step> atContract,
            List<Check> checks,
            Place place) {
        this(
                className,
                simpleName,
                app,
                postgres,
                release,
                closed,
                kinds,
                shape,
                risky,
                maintenanceWindow,
                accepted,
                of,
                irreversible,
                dependsOn,
                up,
                down,
                atContract,
                checks,
                place,
                Declaration.wellFormed(),
                List.of());
    }

    /** The place of an annotation's value, such as {@code of} of {@code Contract}; of the class's name if it has none. */
    public Place placeOf(String annotation, String element) {
        return declaration
                .annotation(annotation)
                .map(use -> use.placeOf(element))
                .orElse(place);
    }

    /** The same migration with the source tokens of its row functions. */
    public Migration withRowFunctionTokens(List<String> tokens) {
        return new Migration(
                className,
                simpleName,
                app,
                postgres,
                release,
                closed,
                kinds,
                shape,
                risky,
                maintenanceWindow,
                accepted,
                of,
                irreversible,
                dependsOn,
                up,
                down,
                atContract,
                checks,
                place,
                declaration,
                tokens);
    }

    /** Whether it is a file of SQL, which has neither annotations nor a way back, and whose fixes are SQL. */
    public boolean isSql() {
        return shape.filter(Shape.SQL::equals).isPresent();
    }

    /** The parsed name; empty if the class is misnamed. */
    public Optional<MigrationName> name() {
        return MigrationName.parse(simpleName);
    }

    /** The one kind it has; empty if the annotations are malformed. */
    public Optional<Kind> kind() {
        return kinds.size() == 1 ? Optional.of(kinds.get(0)) : Optional.empty();
    }
}
