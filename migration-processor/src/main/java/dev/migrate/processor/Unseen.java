package dev.migrate.processor;

import dev.migrate.api.Hazard;
import dev.migrate.core.finding.Finding;
import dev.migrate.core.migration.Place;
import java.util.List;

/** Findings about migrations whose text could not be had or understood: they never pass as safe. */
final class Unseen {
    private Unseen() {}

    static Finding noSource(String simpleName, String file) {
        return finding(
                simpleName,
                Place.line(file, 0),
                simpleName + " could not be read: its source is not part of this compilation",
                "compile it from source with the others: clean, then compile");
    }

    static Finding unparsed(String simpleName, Place place, String reason) {
        return finding(
                simpleName,
                place,
                simpleName + " could not be read: " + reason,
                "write it in another way; the compiler accepts it, this tool does not know it");
    }

    static Finding notFound(String simpleName, String file) {
        return finding(
                simpleName,
                Place.line(file, 0),
                simpleName + " could not be read: its file declares it in no way this tool knows",
                "declare it as a top-level class in a file of its own name");
    }

    private static Finding finding(String simpleName, Place place, String headline, String fix) {
        return new Finding(
                Hazard.UNREAD_STATEMENT.ruleName(),
                Finding.Level.ERROR,
                Finding.Certainty.WILL,
                Hazard.UNREAD_STATEMENT.category(),
                place,
                simpleName,
                simpleName,
                headline,
                List.of(
                        new Finding.Line("effect", "nothing is known of what it does, so nothing was checked"),
                        new Finding.Line("fix", fix)));
    }
}
