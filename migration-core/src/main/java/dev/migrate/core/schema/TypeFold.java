package dev.migrate.core.schema;

import dev.migrate.core.operation.ColumnSpec;
import dev.migrate.core.operation.ConstraintSpec;
import dev.migrate.core.operation.TypeForm;
import dev.migrate.core.operation.TypeOperation;
import dev.migrate.core.operation.TypeOperation.ChangeComposite;
import dev.migrate.core.operation.TypeOperation.ChangeDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What ALTER TYPE and ALTER DOMAIN make of a type. A change that does not fit the type changes nothing. */
final class TypeFold {
    private TypeFold() {}

    static TypeForm changed(TypeForm form, TypeOperation operation) {
        if (form instanceof TypeForm.Enumeration labels && operation instanceof TypeOperation.ChangeEnum change) {
            return labels(labels, change);
        }
        if (form instanceof TypeForm.Composite composite && operation instanceof ChangeComposite change) {
            return attributes(composite, change);
        }
        if (form instanceof TypeForm.Domain domain && operation instanceof ChangeDomain change) {
            return domain(domain, change);
        }
        return form;
    }

    private static TypeForm labels(TypeForm.Enumeration form, TypeOperation.ChangeEnum change) {
        List<String> labels = new ArrayList<>(form.labels());
        if (change.newLabel().isPresent()) {
            labels.replaceAll(
                    label -> label.equals(change.label()) ? change.newLabel().get() : label);
        } else if (!labels.contains(change.label())) {
            int beside = change.neighbour().map(labels::indexOf).orElse(-1);
            int place = beside < 0 ? labels.size() : change.before() ? beside : beside + 1;
            labels.add(place, change.label());
        }
        return new TypeForm.Enumeration(labels);
    }

    private static TypeForm attributes(TypeForm.Composite form, ChangeComposite change) {
        List<ColumnSpec> attributes = new ArrayList<>(form.attributes());
        switch (change.action()) {
            case ADD -> change.dataType().ifPresent(type -> attributes.add(ColumnSpec.of(change.attribute(), type)));
            case DROP -> attributes.removeIf(each -> each.name().equals(change.attribute()));
            case TYPE ->
                change.dataType()
                        .ifPresent(type -> attributes.replaceAll(each ->
                                each.name().equals(change.attribute()) ? ColumnSpec.of(each.name(), type) : each));
            case RENAME ->
                change.newName()
                        .ifPresent(name -> attributes.replaceAll(each ->
                                each.name().equals(change.attribute()) ? ColumnSpec.of(name, each.type()) : each));
        }
        return new TypeForm.Composite(attributes);
    }

    private static TypeForm domain(TypeForm.Domain form, ChangeDomain change) {
        return switch (change.change()) {
            case SET_DEFAULT -> with(form, form.notNull(), change.detail(), form.constraints());
            case DROP_DEFAULT -> with(form, form.notNull(), Optional.empty(), form.constraints());
            case SET_NOT_NULL -> with(form, true, form.defaultExpression(), form.constraints());
            case DROP_NOT_NULL -> with(form, false, form.defaultExpression(), form.constraints());
            case ADD_CONSTRAINT, DROP_CONSTRAINT, RENAME_CONSTRAINT, VALIDATE_CONSTRAINT ->
                with(form, form.notNull() || addsNotNull(change), form.defaultExpression(), constraints(form, change));
        };
    }

    private static boolean addsNotNull(ChangeDomain change) {
        return change.added().filter(ConstraintSpec.NotNull.class::isInstance).isPresent();
    }

    private static List<ConstraintSpec> constraints(TypeForm.Domain form, ChangeDomain change) {
        List<ConstraintSpec> constraints = new ArrayList<>(form.constraints());
        if (change.change() == ChangeDomain.Change.ADD_CONSTRAINT) {
            change.added().ifPresent(constraints::add);
        } else if (change.change() == ChangeDomain.Change.DROP_CONSTRAINT) {
            constraints.removeIf(each -> each.name().equals(change.constraint()));
        } else if (change.change() == ChangeDomain.Change.VALIDATE_CONSTRAINT) {
            constraints.replaceAll(each ->
                    each instanceof ConstraintSpec.Check check && each.name().equals(change.constraint())
                            ? new ConstraintSpec.Check(check.name(), check.expression(), false, true)
                            : each);
        } else if (change.change() == ChangeDomain.Change.RENAME_CONSTRAINT) {
            constraints.replaceAll(each ->
                    each instanceof ConstraintSpec.Check check && each.name().equals(change.constraint())
                            ? new ConstraintSpec.Check(change.detail(), check.expression(), check.notValid(), true)
                            : each);
        }
        return constraints;
    }

    private static TypeForm with(
            TypeForm.Domain form, boolean notNull, Optional<String> expression, List<ConstraintSpec> constraints) {
        return new TypeForm.Domain(form.base(), notNull, expression, constraints, form.collation());
    }
}
