package dev.migrate.core.operation;

import dev.migrate.core.operation.DdlOperation.AddColumn;
import dev.migrate.core.operation.DdlOperation.AddConstraint;
import dev.migrate.core.operation.DdlOperation.AlterColumnType;
import dev.migrate.core.operation.DdlOperation.CreateIndex;
import dev.migrate.core.operation.DdlOperation.DropColumn;
import dev.migrate.core.operation.DdlOperation.DropConstraint;
import dev.migrate.core.operation.DdlOperation.DropDefault;
import dev.migrate.core.operation.DdlOperation.DropIndex;
import dev.migrate.core.operation.DdlOperation.DropNotNull;
import dev.migrate.core.operation.DdlOperation.DropTable;
import dev.migrate.core.operation.DdlOperation.RenameColumn;
import dev.migrate.core.operation.DdlOperation.RenameConstraint;
import dev.migrate.core.operation.DdlOperation.RenameIndex;
import dev.migrate.core.operation.DdlOperation.RenameTable;
import dev.migrate.core.operation.DdlOperation.SetDefault;
import dev.migrate.core.operation.DdlOperation.SetNotNull;
import dev.migrate.core.operation.DdlOperation.ValidateConstraint;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Operations as statements. What an operation does not keep (a comment, a storage parameter) is not in the text. */
public final class OperationSql {
    private final UnaryOperator<String> quoting;

    private OperationSql(UnaryOperator<String> quoting) {
        this.quoting = quoting;
    }

    /** For execution: every identifier quoted. */
    public static OperationSql quoted() {
        return new OperationSql(Identifiers::quote);
    }

    /** For people: identifiers quoted where PostgreSQL needs it. */
    public static OperationSql readable() {
        return new OperationSql(ReservedWords::quoteIfNeeded);
    }

    /** The statement; empty for CREATE TABLE, data changes and what could not be read. */
    public Optional<String> statement(DdlOperation operation) {
        if (operation instanceof DropTable drop) {
            return Optional.of("DROP TABLE " + name(drop.table()));
        }
        if (operation instanceof RenameTable rename) {
            return Optional.of(alter(rename.table()) + "RENAME TO " + quote(rename.newName()));
        }
        if (operation instanceof CreateIndex create) {
            return Optional.of(createIndex(create));
        }
        if (operation instanceof DropIndex drop) {
            return Optional.of("DROP INDEX " + (drop.concurrently() ? "CONCURRENTLY " : "") + name(drop.index()));
        }
        if (operation instanceof RenameIndex rename) {
            return Optional.of("ALTER INDEX " + name(rename.index()) + " RENAME TO " + quote(rename.newName()));
        }
        if (operation instanceof DdlOperation.SetTableSchema move) {
            return Optional.of(alter(move.table()) + "SET SCHEMA " + quote(move.schema()));
        }
        return columnChange(operation).or(() -> constraintChange(operation));
    }

    /** A name, with its schema if it has one. */
    public String name(ObjectName name) {
        return name.schema().map(schema -> quote(schema) + ".").orElse("") + quote(name.name());
    }

    /** A name. */
    public String quote(String name) {
        return quoting.apply(name);
    }

    /** Names in a row, with a comma between them. */
    public String names(List<String> names) {
        return names.stream().map(quoting).collect(Collectors.joining(", "));
    }

    /** A column's definition as in ADD COLUMN, without its inline constraints. */
    public String definition(ColumnSpec column) {
        return quote(column.name()) + " " + column.type()
                + column.collation().map(collation -> " COLLATE " + collation).orElse("")
                + (column.notNull() ? " NOT NULL" : "")
                + column.defaultExpression()
                        .map(expression -> " DEFAULT " + expression)
                        .orElse("");
    }

    /** A constraint's definition as in ADD. */
    public String definition(ConstraintSpec constraint) {
        String prefix =
                constraint.name().map(name -> "CONSTRAINT " + quote(name) + " ").orElse("");
        return prefix + body(constraint) + (constraint.notValid() ? " NOT VALID" : "");
    }

    private Optional<String> columnChange(DdlOperation operation) {
        if (operation instanceof AddColumn add) {
            return Optional.of(alter(add.table()) + "ADD COLUMN " + definition(add.column()));
        }
        if (operation instanceof DropColumn drop) {
            return Optional.of(alter(drop.table()) + "DROP COLUMN " + quote(drop.column()));
        }
        if (operation instanceof RenameColumn rename) {
            return Optional.of(alter(rename.table()) + "RENAME COLUMN " + quote(rename.column()) + " TO "
                    + quote(rename.newName()));
        }
        if (operation instanceof SetNotNull set) {
            return Optional.of(column(set.table(), set.column()) + "SET NOT NULL");
        }
        if (operation instanceof DropNotNull drop) {
            return Optional.of(column(drop.table(), drop.column()) + "DROP NOT NULL");
        }
        if (operation instanceof SetDefault set) {
            return Optional.of(column(set.table(), set.column()) + "SET DEFAULT " + set.expression());
        }
        if (operation instanceof DropDefault drop) {
            return Optional.of(column(drop.table(), drop.column()) + "DROP DEFAULT");
        }
        if (operation instanceof AlterColumnType alter) {
            return Optional.of(column(alter.table(), alter.column()) + "TYPE " + alter.type()
                    + alter.collation()
                            .map(collation -> " COLLATE " + collation)
                            .orElse("")
                    + alter.using().map(using -> " USING " + using).orElse(""));
        }
        return Optional.empty();
    }

    private Optional<String> constraintChange(DdlOperation operation) {
        if (operation instanceof AddConstraint add) {
            return Optional.of((add.only() ? "ALTER TABLE ONLY " + name(add.table()) + " " : alter(add.table()))
                    + "ADD " + definition(add.constraint()));
        }
        if (operation instanceof ValidateConstraint validate) {
            return Optional.of(alter(validate.table()) + "VALIDATE CONSTRAINT " + quote(validate.constraint()));
        }
        if (operation instanceof DropConstraint drop) {
            return Optional.of(alter(drop.table()) + "DROP CONSTRAINT " + quote(drop.constraint()));
        }
        if (operation instanceof RenameConstraint rename) {
            return Optional.of(alter(rename.table()) + "RENAME CONSTRAINT " + quote(rename.constraint()) + " TO "
                    + quote(rename.newName()));
        }
        return Optional.empty();
    }

    private String createIndex(CreateIndex create) {
        return "CREATE " + (create.unique() ? "UNIQUE " : "") + "INDEX "
                + (create.concurrently() ? "CONCURRENTLY " : "")
                + create.index().map(name -> quote(name) + " ").orElse("")
                + "ON " + (create.form().only() ? "ONLY " : "") + name(create.table())
                + (create.method().equals("btree") ? "" : " USING " + create.method())
                + " (" + keys(create) + ")"
                + (create.including().isEmpty() ? "" : " INCLUDE (" + names(create.including()) + ")")
                + (create.form().nullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
                + options(create.form().storage())
                + create.where().map(where -> " WHERE " + where).orElse("");
    }

    private String keys(CreateIndex create) {
        return IntStream.range(0, create.keys().size())
                .mapToObj(at -> key(create.keys().get(at)) + create.form().ofKey(at))
                .collect(Collectors.joining(", "));
    }

    private String key(String key) {
        return key.startsWith("(") ? key : quote(key);
    }

    /** A constraint without its name, and without NOT VALID. */
    public String body(ConstraintSpec constraint) {
        if (constraint instanceof ConstraintSpec.Check check) {
            return "CHECK (" + check.expression() + ")"
                    + (check.noInherit() ? " NO INHERIT" : "")
                    + (check.enforced() ? "" : " NOT ENFORCED");
        }
        if (constraint instanceof ConstraintSpec.ForeignKey key) {
            return "FOREIGN KEY (" + columns(key, key.columns()) + ") REFERENCES " + name(key.referencedTable())
                    + (key.referencedColumns().isEmpty() ? "" : " (" + columns(key, key.referencedColumns()) + ")")
                    + options(key.options())
                    + (key.enforced() ? "" : " NOT ENFORCED");
        }
        if (constraint instanceof ConstraintSpec.Key key) {
            return (key instanceof ConstraintSpec.Unique ? "UNIQUE" : "PRIMARY KEY")
                    + (key.form().nullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
                    + keyOrIndex(key)
                    + options(key.options());
        }
        if (constraint instanceof ConstraintSpec.NotNull notNull) {
            return "NOT NULL " + quote(notNull.column()) + (notNull.noInherit() ? " NO INHERIT" : "");
        }
        return ((ConstraintSpec.Exclusion) constraint).definition();
    }

    private String columns(ConstraintSpec.ForeignKey key, List<String> columns) {
        int last = columns.size() - 1;
        return key.period() && last > 0
                ? names(columns.subList(0, last)) + ", PERIOD " + quote(columns.get(last))
                : names(columns);
    }

    private static String options(Optional<String> options) {
        return options.map(text -> " " + text).orElse("");
    }

    private String keyOrIndex(ConstraintSpec.Key key) {
        if (key.usingIndex().isPresent()) {
            return " USING INDEX " + quote(key.usingIndex().get());
        }
        List<String> including = key.form().including();
        return " (" + names(key.columns()) + (key.form().withoutOverlaps() ? " WITHOUT OVERLAPS" : "") + ")"
                + (including.isEmpty() ? "" : " INCLUDE (" + names(including) + ")");
    }

    private String column(ObjectName table, String column) {
        return alter(table) + "ALTER COLUMN " + quote(column) + " ";
    }

    private String alter(ObjectName table) {
        return "ALTER TABLE " + name(table) + " ";
    }
}
