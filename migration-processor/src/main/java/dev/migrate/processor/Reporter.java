package dev.migrate.processor;

import dev.migrate.core.finding.Finding;
import dev.migrate.core.message.Messages;
import dev.migrate.core.migration.Place;
import java.util.List;
import javax.annotation.processing.Messager;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Turns findings into diagnostics: at the exact token where the compiler can, else at the class with the line in words.
 */
final class Reporter {
    private final Messager messager;
    private final List<CompilerSide> compilers;
    private boolean anyError;

    Reporter(Messager messager, List<CompilerSide> compilers) {
        this.messager = messager;
        this.compilers = compilers;
    }

    /** Reports a finding in a class that is compiled here. Information is not a compiler's to tell: a build that
     * fails on every warning still passes. */
    void report(Finding finding, TypeElement type) {
        if (finding.level() != Finding.Level.INFO) {
            report(kind(finding), new Message(Messages.text(finding)), type, finding.place());
        }
    }

    /** Reports a finding in a class that is not compiled here, so that only its file can be named. */
    void reportElsewhere(Finding finding) {
        Place place = finding.place();
        String where = "(" + place.file() + (place.line() > 0 ? ":" + place.line() : "") + ")";
        print(kind(finding), new Message(Messages.text(finding)).text(where));
    }

    /** Reports what concerns no class. */
    void report(Diagnostic.Kind kind, Message message) {
        print(kind, message.lines());
    }

    boolean anyError() {
        return anyError;
    }

    private void report(Diagnostic.Kind kind, Message message, TypeElement type, Place place) {
        anyError |= kind == Diagnostic.Kind.ERROR;
        for (CompilerSide compiler : compilers) {
            if (compiler.report(kind, message, type, place)) {
                return;
            }
        }
        messager.printMessage(kind, message.text(place.line() > 0 ? "(line " + place.line() + ")" : ""), type);
    }

    private void print(Diagnostic.Kind kind, String text) {
        anyError |= kind == Diagnostic.Kind.ERROR;
        messager.printMessage(kind, text);
    }

    /** A mandatory warning is shown under {@code -nowarn} too. */
    private static Diagnostic.Kind kind(Finding finding) {
        return finding.level() == Finding.Level.ERROR ? Diagnostic.Kind.ERROR : Diagnostic.Kind.MANDATORY_WARNING;
    }
}
