package dev.migrate.core.source;

import java.util.Optional;
import java.util.OptionalInt;

/** What the packages above a migration say: the nearest annotated package wins, for each annotation by itself. */
record Home(Optional<String> app, OptionalInt postgres, Optional<String> release, boolean closed) {
    static Home of(String packageName, SourceResolver resolver) {
        Home home = new Home(Optional.empty(), OptionalInt.empty(), Optional.empty(), false);
        String name = packageName;
        while (!name.isEmpty()) {
            Optional<PackageInfo> info = resolver.packageInfo(name);
            home = info.isPresent() ? home.or(info.get()) : home;
            name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        }
        return home;
    }

    private Home or(PackageInfo above) {
        boolean located = app.isPresent();
        boolean released = release.isPresent();
        return new Home(
                located ? app : above.app(),
                located ? postgres : above.postgres(),
                released ? release : above.release(),
                released ? closed : above.closed());
    }
}
