package dev.migrate.core.schema;

import dev.migrate.core.operation.ColumnSpec;
import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.DataType;
import dev.migrate.core.operation.DdlOperation;
import dev.migrate.core.operation.ObjectChange;
import dev.migrate.core.operation.ObjectForm;
import dev.migrate.core.operation.ObjectKind;
import dev.migrate.core.operation.ObjectName;
import dev.migrate.core.operation.OperationNames;
import dev.migrate.core.operation.PartitionBound;
import dev.migrate.core.operation.TypeForm;
import dev.migrate.core.sql.SqlExpressions;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The tables as the operations so far have made them. Immutable; a successor shares what did not change, so that the
 * schema before each of a thousand migrations can be kept.
 *
 * <p>{@code t} and {@code public.t} are one table, kept under the name {@code t}: a dump writes the one and a migration the
 * other. {@code SET search_path} is followed; what {@link #resolved} gives has the names under which objects are kept.
 */
public final class Schema {
    /** Where PostgreSQL's own search path finds a name without a schema. */
    private static final String PUBLIC = "public";

    private static final Schema EMPTY = empty(PUBLIC);

    private final SharingMap<ObjectName, Table> tables;
    /** The table of each index. */
    private final SharingMap<ObjectName, ObjectName> owners;
    /** The tables with a foreign key to a table. */
    private final Links referrers;
    /** The partitions and inheriting tables of a table. */
    private final Links children;

    private final SchemaObjects objects;
    private final SearchPath searchPath;

    private Schema(
            SharingMap<ObjectName, Table> tables,
            SharingMap<ObjectName, ObjectName> owners,
            Links referrers,
            Links children,
            SchemaObjects objects,
            SearchPath searchPath) {
        this.tables = tables;
        this.owners = owners;
        this.referrers = referrers;
        this.children = children;
        this.objects = objects;
        this.searchPath = searchPath;
    }

    /** A schema without tables, in which names without a schema are in {@code public}. */
    public static Schema empty() {
        return EMPTY;
    }

    /** A schema without tables, in which names without a schema are in another one than {@code public}. */
    public static Schema empty(String defaultSchema) {
        return new Schema(
                SharingMap.empty(),
                SharingMap.empty(),
                Links.NONE,
                Links.NONE,
                SchemaObjects.NONE,
                SearchPath.in(defaultSchema));
    }

    /**
     * The schema after an operation. An operation that PostgreSQL would refuse (a column that is there already, an
     * unknown constraint) changes what it can and nothing else; one on a table that was never created makes it a table
     * that is not {@linkplain Table#known() known}.
     */
    public Schema apply(DdlOperation operation) {
        return SchemaFold.apply(this, resolved(operation));
    }

    /** The operation with each name as the schema keeps it: without the default schema, with that of the search path. */
    public DdlOperation resolved(DdlOperation operation) {
        return OperationNames.mapped(operation, this::resolve);
    }

    /** The name under which the schema keeps what a statement here calls by a name. */
    public ObjectName resolve(ObjectName name) {
        return searchPath.resolve(name, this::knows);
    }

    /** The same schema for the next migration, which finds the search path as the session had it at first. */
    public Schema withDefaultPath() {
        return with(searchPath.reset());
    }

    /** The schema in which names without one are found. */
    public String defaultSchema() {
        return searchPath.defaultSchema();
    }

    /** The schema after all of the operations, in order. */
    public Schema apply(Iterable<? extends DdlOperation> operations) {
        Schema schema = this;
        for (DdlOperation operation : operations) {
            schema = schema.apply(operation);
        }
        return schema;
    }

    /** The table; empty if no operation named it. */
    public Optional<Table> table(ObjectName name) {
        return tables.get(resolve(name));
    }

    /** All tables, in no order that means anything. */
    public Stream<Table> tables() {
        return tables.values();
    }

    /** The table that has the index; empty if no operation made it. */
    public Optional<Table> tableOfIndex(ObjectName index) {
        return owners.get(resolve(index)).flatMap(tables::get);
    }

    /** The other tables that have a foreign key to the table. */
    public List<Table> referencing(ObjectName table) {
        ObjectName kept = resolve(table);
        return referrers.to(kept).stream()
                .filter(name -> !name.equals(kept))
                .flatMap(name -> tables.get(name).stream())
                .toList();
    }

    /** The other tables that have a foreign key to the table, or to one of these, nearest first. */
    public List<ObjectName> referencingAtAnyDistance(ObjectName table) {
        return atAnyDistance(resolve(table), this::referencing);
    }

    /** The partitions of a partitioned table, or the tables that inherit from it. */
    public List<Table> children(ObjectName table) {
        return children.to(resolve(table)).stream()
                .flatMap(name -> tables.get(name).stream())
                .toList();
    }

    /** The children of the table and theirs, nearest first. */
    public List<ObjectName> descendants(ObjectName table) {
        return children.to(resolve(table)).isEmpty() ? List.of() : atAnyDistance(resolve(table), this::children);
    }

    private static List<ObjectName> atAnyDistance(ObjectName start, Function<ObjectName, List<Table>> next) {
        Set<ObjectName> reached = new LinkedHashSet<>(List.of(start));
        Deque<ObjectName> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            next.apply(open.remove()).stream()
                    .map(Table::name)
                    .filter(reached::add)
                    .forEach(open::add);
        }
        reached.remove(start);
        return List.copyOf(reached);
    }

    /** The columns of the table that a foreign key refers to; none if the constraint is no foreign key to it. */
    public List<String> referencedColumns(Constraint constraint, ObjectName table) {
        return References.to(this, constraint, resolve(table));
    }

    Schema with(Table changed) {
        Table table = withoutCycle(changed);
        Optional<Table> former = tables.get(table.name());
        // Most changes are of columns: what other tables have to do with this one is then as it was.
        return new Schema(
                tables.with(table.name(), table),
                ownersWith(table, former),
                referrers.moved(table.name(), former.map(Schema::referenced).orElse(List.of()), referenced(table)),
                children.moved(
                        table.name(),
                        former.map(each -> each.form().parents()).orElse(List.of()),
                        table.form().parents()),
                objects,
                searchPath);
    }

    /** PostgreSQL refuses a table above itself: whoever asks for children or parents comes to an end. */
    private Table withoutCycle(Table table) {
        List<ObjectName> parents = table.form().parents();
        if (parents.isEmpty()) {
            return table;
        }
        List<ObjectName> below = descendants(table.name());
        List<ObjectName> sound = parents.stream()
                .filter(parent -> !parent.equals(table.name()) && !below.contains(parent))
                .toList();
        return sound.equals(parents)
                ? table
                : table.withForm(table.form()
                        .under(
                                sound,
                                sound.isEmpty()
                                        ? Optional.empty()
                                        : table.form().bound()));
    }

    private SharingMap<ObjectName, ObjectName> ownersWith(Table table, Optional<Table> former) {
        SharingMap<ObjectName, ObjectName> changed = owners;
        if (former.isPresent()) {
            if (former.get().indexes().equals(table.indexes())) {
                return owners;
            }
            for (Index index : former.get().indexes()) {
                changed = changed.without(indexName(former.get(), index));
            }
        }
        for (Index index : table.indexes()) {
            changed = changed.with(indexName(table, index), table.name());
        }
        return changed;
    }

    Schema without(ObjectName table) {
        Schema without = withoutLinks(table);
        return new Schema(
                tables.without(table), without.owners, without.referrers, without.children, objects, searchPath);
    }

    private Schema withoutLinks(ObjectName name) {
        Optional<Table> table = tables.get(name);
        if (table.isEmpty()) {
            return this;
        }
        SharingMap<ObjectName, ObjectName> fewerOwners = owners;
        for (Index index : table.get().indexes()) {
            fewerOwners = fewerOwners.without(indexName(table.get(), index));
        }
        return new Schema(
                tables,
                fewerOwners,
                referrers.without(name, referenced(table.get())),
                children.without(name, table.get().form().parents()),
                objects,
                searchPath);
    }

    /** The partition of a partitioned table that takes the rows of no other one. */
    public Optional<Table> defaultPartition(ObjectName table) {
        return children(table).stream()
                .filter(child ->
                        child.form().bound().filter(PartitionBound::isDefault).isPresent())
                .findFirst();
    }

    /** A view, sequence or foreign table; empty if no operation made it. */
    public Optional<SchemaObject> relation(ObjectName name) {
        return objects.get(SchemaObject.Key.relation(resolve(name)));
    }

    /** A type or domain; empty if no operation made it. */
    public Optional<SchemaObject> type(ObjectName name) {
        return objects.get(SchemaObject.Key.type(resolve(name)));
    }

    /** What the type of a column is made of; empty for PostgreSQL's own types, and where no operation made the type. */
    public Optional<TypeForm> type(DataType type) {
        return type.builtIn() ? Optional.empty() : type(nameOf(type)).flatMap(SchemaObject::type);
    }

    /** The triggers, rules, policies, statistics and owned sequences of a table or view. */
    public List<SchemaObject> objectsOn(ObjectName relation) {
        return objects.on(resolve(relation));
    }

    /** The views whose query reads the relation directly, and the rules whose commands do. */
    public List<SchemaObject> using(ObjectName relation) {
        return objects.using(resolve(relation));
    }

    /** The views that read the relation, or one of these, nearest first. */
    public List<SchemaObject> viewsOf(ObjectName relation) {
        Set<SchemaObject> reached = new LinkedHashSet<>();
        Deque<ObjectName> open = new ArrayDeque<>(List.of(resolve(relation)));
        while (!open.isEmpty()) {
            using(open.remove()).stream()
                    .filter(SchemaObject::view)
                    .filter(reached::add)
                    .map(SchemaObject::name)
                    .forEach(open::add);
        }
        return List.copyOf(reached);
    }

    /** The views that read the column: their query names it, or takes all columns. */
    public List<SchemaObject> viewsOf(ObjectName table, String column) {
        return using(table).stream()
                .filter(SchemaObject::view)
                .filter(view ->
                        view.form().definition().stream().anyMatch(query -> SqlExpressions.reads(query, column)))
                .toList();
    }

    /** The columns whose type, or whose elements' type, is the type or domain. */
    public List<ColumnUse> columnsOfType(ObjectName type) {
        ObjectName kept = resolve(type);
        return tables().flatMap(table -> table.columns().stream()
                        .filter(column -> !column.type().builtIn()
                                && resolve(nameOf(column.type())).equals(kept))
                        .map(column -> new ColumnUse(table.name(), column.name())))
                .sorted(Comparator.comparing(ColumnUse::toString))
                .toList();
    }

    /** The domains that are made of the domain directly. */
    public List<ObjectName> domainsOver(ObjectName domain) {
        ObjectName kept = resolve(domain);
        return objects.all()
                .filter(object -> object.type()
                        .filter(form -> form instanceof TypeForm.Domain over
                                && !over.base().builtIn()
                                && resolve(nameOf(over.base())).equals(kept))
                        .isPresent())
                .map(SchemaObject::name)
                .toList();
    }

    /** A column of a table. */
    public record ColumnUse(ObjectName table, String column) {}

    private static ObjectName nameOf(DataType type) {
        int dot = type.name().indexOf('.');
        return dot < 0
                ? ObjectName.of(type.name())
                : ObjectName.of(type.name().substring(0, dot), type.name().substring(dot + 1));
    }

    /** The object that an operation is about; empty if none made it. */
    public Optional<SchemaObject> like(ObjectChange change) {
        return objects.get(SchemaObject.Key.of(
                change.kind(),
                resolve(change.object()),
                change.on().map(this::resolve),
                change.form().signature()));
    }

    /** The objects of a kind that have a name: several where a signature tells them apart. */
    public List<SchemaObject> named(ObjectKind kind, ObjectName name) {
        ObjectName resolved = resolve(name);
        return objects.all()
                .filter(object -> object.kind() == kind && object.name().equals(resolved))
                .toList();
    }

    Stream<SchemaObject> objects() {
        return objects.all();
    }

    Optional<SchemaObject> object(SchemaObject.Key key) {
        return objects.get(key);
    }

    private boolean knows(ObjectName name) {
        return tables.get(name).isPresent()
                || owners.get(name).isPresent()
                || objects.get(SchemaObject.Key.relation(name)).isPresent()
                || objects.get(SchemaObject.Key.type(name)).isPresent();
    }

    Schema with(SchemaObject object) {
        return with(objects.with(object));
    }

    Schema without(SchemaObject.Key key) {
        return with(objects.without(key));
    }

    /** With the sequences that serial and identity columns make, under the names that PostgreSQL gives to them. */
    Schema withSequences(ObjectName table, List<ColumnSpec> columns) {
        Schema after = this;
        for (ColumnSpec column : columns) {
            boolean identity = column.generated().equals(Optional.of(ColumnSpec.Generated.IDENTITY));
            if (identity || column.type().serial()) {
                String name = ConstraintNames.ofSequence(table.name(), column.name(), after.relationNames(table));
                after = after.with(new SchemaObject(
                        ObjectKind.SEQUENCE,
                        new ObjectName(table.schema(), name),
                        Optional.of(table),
                        ObjectForm.PLAIN.columns(List.of(column.name())),
                        Optional.empty()));
            }
        }
        return after;
    }

    /** Without the sequences that a column owns. */
    Schema withoutSequencesOf(ObjectName table, String column) {
        Schema after = this;
        for (SchemaObject object : objectsOn(table)) {
            boolean owned = object.kind() == ObjectKind.SEQUENCE
                    && object.form().columns().contains(column);
            after = owned ? after.without(object.key()) : after;
        }
        return after;
    }

    /** Without what is on a table that goes. */
    Schema withoutObjectsOn(ObjectName table) {
        SchemaObjects fewer = objects;
        for (SchemaObject object : objects.on(table)) {
            fewer = fewer.without(object.key());
        }
        return with(fewer);
    }

    /** Without the views that read a relation, as CASCADE drops them. */
    Schema withoutViewsOf(ObjectName relation) {
        SchemaObjects fewer = objects;
        for (SchemaObject view : viewsOf(relation)) {
            fewer = fewer.without(view.key());
        }
        return with(fewer);
    }

    Schema withObjectsRenamed(ObjectName name, ObjectName newName) {
        return with(objects.renamed(name, newName));
    }

    private Schema with(SchemaObjects newObjects) {
        return newObjects == objects ? this : new Schema(tables, owners, referrers, children, newObjects, searchPath);
    }

    Schema with(SearchPath newPath) {
        return newPath.equals(searchPath) ? this : new Schema(tables, owners, referrers, children, objects, newPath);
    }

    SearchPath searchPath() {
        return searchPath;
    }

    private static ObjectName indexName(Table table, Index index) {
        return new ObjectName(table.name().schema(), index.name());
    }

    private static List<ObjectName> referenced(Table table) {
        return table.constraints().stream()
                .map(Constraint::spec)
                .filter(ConstraintSpec.ForeignKey.class::isInstance)
                .map(spec -> ((ConstraintSpec.ForeignKey) spec).referencedTable())
                .distinct()
                .toList();
    }

    /** Whether a relation (table or index) of the schema has the name. */
    Predicate<String> relationNames(ObjectName like) {
        return name -> {
            ObjectName relation = new ObjectName(like.schema(), name);
            return tables.get(relation).isPresent()
                    || owners.get(relation).isPresent()
                    || objects.get(SchemaObject.Key.relation(relation)).isPresent();
        };
    }
}
