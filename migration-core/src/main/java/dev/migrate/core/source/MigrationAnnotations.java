package dev.migrate.core.source;

import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.migrate.api.Hazard;
import dev.migrate.core.migration.Acceptance;
import dev.migrate.core.migration.Declaration.AnnotationUse;
import dev.migrate.core.migration.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What this project's annotations on a class say. */
record MigrationAnnotations(
        List<Kind> kinds,
        boolean risky,
        boolean maintenanceWindow,
        List<Acceptance> accepted,
        Optional<String> of,
        Optional<String> irreversible,
        List<String> dependsOn,
        List<AnnotationUse> uses) {

    /** Whether one stands there that makes the class a migration. */
    boolean present() {
        return !kinds.isEmpty();
    }

    static MigrationAnnotations read(TypeDeclaration<?> type, Annotations annotations, SourceText text) {
        Reading reading = new Reading(type, annotations, text);
        for (AnnotationExpr annotation : type.getAnnotations()) {
            annotations.name(annotation, type).ifPresent(name -> reading.add(name, annotation));
        }
        return reading.result();
    }

    /** The annotations of one class, as they are met. */
    private static final class Reading {
        private final TypeDeclaration<?> type;
        private final Annotations annotations;
        private final SourceText text;
        private final List<Kind> kinds = new ArrayList<>();
        private final List<Acceptance> accepted = new ArrayList<>();
        private final List<String> dependsOn = new ArrayList<>();
        private final List<AnnotationUse> uses = new ArrayList<>();
        private Optional<String> of = Optional.empty();
        private Optional<String> irreversible = Optional.empty();
        private boolean risky;
        private boolean maintenanceWindow;

        Reading(TypeDeclaration<?> type, Annotations annotations, SourceText text) {
            this.type = type;
            this.annotations = annotations;
            this.text = text;
        }

        void add(String name, AnnotationExpr annotation) {
            uses.add(annotations.use(annotation, name));
            switch (name) {
                case "Safe" -> kinds.add(Kind.SAFE);
                case "Expand" -> kinds.add(Kind.EXPAND);
                case "Contract" -> contract(annotation);
                case "Risky" -> risky(annotation);
                case "Irreversible" -> irreversible = annotations.text(annotation, "because", type);
                case "DependsOn" ->
                    Annotations.elements(Annotations.value(annotation, "value")).stream()
                            .flatMap(edge -> annotations.className(edge, type).stream())
                            .forEach(dependsOn::add);
                default -> {}
            }
        }

        private void contract(AnnotationExpr annotation) {
            kinds.add(Kind.CONTRACT);
            of = Annotations.value(annotation, "of").flatMap(expand -> annotations.className(expand, type));
        }

        private void risky(AnnotationExpr annotation) {
            risky = true;
            maintenanceWindow = annotations.flag(annotation, "maintenanceWindow", type);
            for (Expression element : Annotations.elements(Annotations.value(annotation, "value"))) {
                if (element instanceof AnnotationExpr accept) {
                    accept(accept);
                }
            }
        }

        private void accept(AnnotationExpr accept) {
            AnnotationUse use = annotations.use(accept, "Accept");
            uses.add(use);
            Optional<Hazard> hazard = Annotations.value(accept, "value").flatMap(Reading::hazard);
            hazard.ifPresent(known -> accepted.add(new Acceptance(
                    known,
                    annotations.text(accept, "on", type).orElse(""),
                    annotations.text(accept, "because", type).orElse(""),
                    text.place(accept),
                    use.placeOf("on"),
                    use.placeOf("because"))));
        }

        private static Optional<Hazard> hazard(Expression constant) {
            String name = constant instanceof FieldAccessExpr access
                    ? access.getNameAsString()
                    : constant instanceof NameExpr simple ? simple.getNameAsString() : "";
            for (Hazard hazard : Hazard.values()) {
                if (hazard.name().equals(name)) {
                    return Optional.of(hazard);
                }
            }
            return Optional.empty();
        }

        MigrationAnnotations result() {
            if (risky && kinds.isEmpty()) {
                kinds.add(Kind.RISKY);
            }
            return new MigrationAnnotations(
                    kinds, risky, maintenanceWindow, accepted, of, irreversible, dependsOn, uses);
        }
    }
}
