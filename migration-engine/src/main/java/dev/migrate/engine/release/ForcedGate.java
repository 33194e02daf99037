package dev.migrate.engine.release;

import dev.migrate.engine.Setting;
import dev.migrate.engine.Settings;
import dev.migrate.engine.apply.Gate;
import dev.migrate.engine.event.Event;
import dev.migrate.engine.event.Events;
import java.util.List;
import java.util.Optional;

/**
 * A gate that somebody opens by name, with a reason that is recorded, although evidence is missing. A contract whose
 * expand is not complete stays shut: there is nothing yet that it could finish.
 */
public final class ForcedGate implements Gate {
    private final Gate evidence;
    private final List<String> forced;
    private final String because;
    private final String by;
    private final Events events;

    /**
     * A gate that asks another one first.
     *
     * @param settings name the contracts, the reason and the person
     */
    public ForcedGate(Gate evidence, Settings settings, Events events) {
        this.evidence = evidence;
        this.forced = settings.list(Setting.FORCE_GATE);
        this.because = settings.text(Setting.BECAUSE).orElse("");
        this.by = settings.text(Setting.INSTALLED_BY).orElse(System.getProperty("user.name", "unknown"));
        this.events = events;
    }

    @Override
    public Optional<String> waitsFor(Question question) {
        Optional<String> waitsFor = evidence.waitsFor(question);
        String contract = question.contract().simpleName();
        if (waitsFor.isEmpty() || question.expandIsNew() || !forced.contains(contract)) {
            return waitsFor;
        }
        ReleaseScope scope = new ReleaseScope(
                question.scope().tables(),
                question.scope().app(),
                question.scope().schema());
        ReleaseGate.force(question.session().connection(), scope, contract, waitsFor.get(), because, by);
        events.accept(new Event.Warning("the gate of " + contract + " is forced, it waited for " + waitsFor.get()
                + "; recorded with the reason: " + because));
        return Optional.empty();
    }
}
