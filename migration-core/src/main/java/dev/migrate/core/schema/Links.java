package dev.migrate.core.schema;

import dev.migrate.core.operation.ObjectName;
import java.util.ArrayList;
import java.util.List;

/** Which tables point at a table, in the order in which they came to do so. Immutable. */
final class Links {
    static final Links NONE = new Links(SharingMap.empty());

    private final SharingMap<ObjectName, List<ObjectName>> sources;

    private Links(SharingMap<ObjectName, List<ObjectName>> sources) {
        this.sources = sources;
    }

    List<ObjectName> to(ObjectName target) {
        return sources.get(target).orElse(List.of());
    }

    /** The same with other targets of a source. */
    Links moved(ObjectName source, List<ObjectName> from, List<ObjectName> to) {
        boolean onlyMore =
                to.size() >= from.size() && to.subList(0, from.size()).equals(from);
        return onlyMore
                ? with(source, to.subList(from.size(), to.size()))
                : without(source, from).with(source, to);
    }

    private Links with(ObjectName source, List<ObjectName> targets) {
        SharingMap<ObjectName, List<ObjectName>> more = sources;
        for (ObjectName target : targets) {
            List<ObjectName> longer = new ArrayList<>(more.get(target).orElse(List.of()));
            longer.add(source);
            more = more.with(target, List.copyOf(longer));
        }
        return targets.isEmpty() ? this : new Links(more);
    }

    Links without(ObjectName source, List<ObjectName> targets) {
        SharingMap<ObjectName, List<ObjectName>> fewer = sources;
        for (ObjectName target : targets) {
            List<ObjectName> others = fewer.get(target).orElse(List.of()).stream()
                    .filter(each -> !each.equals(source))
                    .toList();
            fewer = fewer.with(target, others);
        }
        return targets.isEmpty() ? this : new Links(fewer);
    }
}
