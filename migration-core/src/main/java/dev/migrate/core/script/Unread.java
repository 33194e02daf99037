package dev.migrate.core.script;

import dev.migrate.api.Hazard.Category;
import dev.migrate.core.finding.Finding;
import dev.migrate.core.finding.Finding.Certainty;
import dev.migrate.core.finding.Finding.Level;
import dev.migrate.core.finding.Finding.Line;
import dev.migrate.core.migration.Place;
import java.util.List;

/** What is told of what could not be read: it is information, and fails nothing. */
final class Unread {
    private Unread() {}

    static Finding file(ScriptFile file) {
        return finding(
                Place.of(file.shown(), "", 0, 0), file.path(), "not read: " + file.path() + " (" + file.unread() + ")");
    }

    static Finding finding(Place place, String migration, String headline) {
        return new Finding(
                ScriptJudge.OPAQUE,
                Level.INFO,
                Certainty.MAY,
                Category.LINT,
                place,
                migration,
                migration,
                headline,
                List.of(new Line("effect", "what it locks, rewrites or breaks is not known, so it is not judged")));
    }
}
