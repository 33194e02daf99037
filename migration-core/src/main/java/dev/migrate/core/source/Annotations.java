package dev.migrate.core.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import dev.migrate.core.migration.Declaration.AnnotationUse;
import dev.migrate.core.migration.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads this project's annotations. */
final class Annotations {
    private final SourceText text;
    private final FileScope scope;
    private final Evaluator evaluator;

    Annotations(SourceText text, FileScope scope) {
        this.text = text;
        this.scope = scope;
        this.evaluator = new Evaluator(new Run(scope, new Sink(text, new SqlPlaces(text, sql -> List.of()))));
    }

    /** The simple name of one of this project's annotations; empty for any other. */
    Optional<String> name(AnnotationExpr annotation, TypeDeclaration<?> from) {
        return scope.type(annotation.getNameAsString(), from)
                .filter(type -> type.startsWith(FileScope.API))
                .map(type -> type.substring(FileScope.API.length()));
    }

    /** The annotation and the places of its values. */
    AnnotationUse use(AnnotationExpr annotation, String name) {
        Map<String, Place> places = new LinkedHashMap<>();
        values(annotation).forEach((element, value) -> places.put(element, text.place(named(value))));
        return new AnnotationUse(name, text.place(annotation), places);
    }

    /** The class alone in {@code X.class}: a compiler would point at the dot. */
    private static Node named(Expression value) {
        return value instanceof ClassExpr literal ? literal.getType() : value;
    }

    /** The expressions of the elements, by name. */
    static Map<String, Expression> values(AnnotationExpr annotation) {
        Map<String, Expression> values = new LinkedHashMap<>();
        if (annotation instanceof SingleMemberAnnotationExpr single) {
            values.put("value", single.getMemberValue());
        } else if (annotation instanceof NormalAnnotationExpr normal) {
            for (MemberValuePair pair : normal.getPairs()) {
                values.put(pair.getNameAsString(), pair.getValue());
            }
        }
        return values;
    }

    /** The members of an array, or the one value that stands for an array of one. */
    static List<Expression> elements(Optional<Expression> value) {
        if (value.isPresent() && value.get() instanceof ArrayInitializerExpr array) {
            return array.getValues();
        }
        return value.map(List::of).orElse(List.of());
    }

    static Optional<Expression> value(AnnotationExpr annotation, String element) {
        return Optional.ofNullable(values(annotation).get(element));
    }

    /** A constant text; the expression's own words where its value is not known, because it is not blank. */
    Optional<String> text(AnnotationExpr annotation, String element, TypeDeclaration<?> from) {
        return value(annotation, element)
                .map(expression -> constant(expression, from)
                        .map(value ->
                                Numbers.text(new Argument(value, Span.NONE)).text())
                        .orElse(expression.toString()));
    }

    Optional<Integer> number(AnnotationExpr annotation, String element, TypeDeclaration<?> from) {
        return value(annotation, element)
                .flatMap(expression -> constant(expression, from))
                .flatMap(value -> value instanceof Value.Constant constant && constant.boxed() instanceof Integer number
                        ? Optional.of(number)
                        : Optional.empty());
    }

    boolean flag(AnnotationExpr annotation, String element, TypeDeclaration<?> from) {
        return value(annotation, element)
                .flatMap(expression -> constant(expression, from))
                .filter(value -> value instanceof Value.Constant constant && Boolean.TRUE.equals(constant.boxed()))
                .isPresent();
    }

    /** The binary name of the class that an expression names. */
    Optional<String> className(Expression expression, TypeDeclaration<?> from) {
        return expression instanceof ClassExpr literal
                ? Optional.of(scope.binaryName(literal.getType().asString(), from))
                : Optional.empty();
    }

    private Optional<Value> constant(Expression expression, TypeDeclaration<?> from) {
        try {
            Value value = evaluator.value(
                    expression, Frame.of(new TypeRef(from, scope), Optional.empty(), Optional.empty(), 0));
            return Optional.of(value).filter(found -> found instanceof Value.Text || found instanceof Value.Constant);
        } catch (NotUnderstood | Exhausted unread) {
            return Optional.empty();
        }
    }
}
