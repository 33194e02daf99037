package dev.migrate.core.operation;

import dev.migrate.core.schema.Schema;
import dev.migrate.core.schema.Schema.ColumnUse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What domains come to, those over other domains included. */
final class Domains {
    /** More domains one over the other than anybody has; a circle cannot be. */
    private static final int DEEPEST = 50;

    private final Schema before;

    Domains(Schema before) {
        this.before = before;
    }

    /** Whether the type is a domain that refuses values, by itself or by what it is made of. */
    boolean refuses(DataType type) {
        DataType next = type;
        for (int depth = 0; depth < DEEPEST; depth++) {
            Optional<TypeForm.Domain> domain = domain(next);
            if (domain.isEmpty()) {
                return false;
            }
            if (domain.get().constrained()) {
                return true;
            }
            next = domain.get().base();
        }
        return false;
    }

    /** The type under all domains: the type itself, where it is none. */
    DataType ground(DataType type) {
        DataType next = type;
        for (int depth = 0; depth < DEEPEST; depth++) {
            Optional<TypeForm.Domain> domain = domain(next);
            if (domain.isEmpty()) {
                return next;
            }
            next = domain.get().base();
        }
        return next;
    }

    private Optional<TypeForm.Domain> domain(DataType type) {
        return before.type(type).filter(TypeForm.Domain.class::isInstance).map(TypeForm.Domain.class::cast);
    }

    /** The columns of the domain and of the domains over it; a partitioned table keeps no values itself. */
    List<ColumnUse> usesOf(ObjectName domain) {
        Set<ObjectName> all = new LinkedHashSet<>(List.of(domain));
        Deque<ObjectName> open = new ArrayDeque<>(all);
        while (!open.isEmpty()) {
            before.domainsOver(open.remove()).stream().filter(all::add).forEach(open::add);
        }
        return all.stream()
                .flatMap(each -> before.columnsOfType(each).stream())
                .filter(use -> before.table(use.table())
                        .filter(table -> !table.form().partitioned())
                        .isPresent())
                .toList();
    }
}
