package dev.migrate.core.rule;

import java.util.List;

/**
 * What {@code check} alone finds, on a server or in files of SQL: there is no rule of that name, and the page in
 * {@code docs/hazards} is written by hand. A new page of that kind has its name here.
 */
public final class HandwrittenPages {
    private static final List<String> NAMES = List.of(
            "UpFails",
            "DownFails",
            "DownDiffers",
            "VerifyFails",
            "NotProven",
            "ReadingsDiffer",
            "Opaque",
            "StrongLock",
            "DuplicateVersion",
            "MalformedFileName",
            "MalformedAcceptance");

    private HandwrittenPages() {}

    /** Their names. */
    public static List<String> names() {
        return NAMES;
    }
}
