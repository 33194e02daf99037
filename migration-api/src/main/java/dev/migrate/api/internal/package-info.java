/** What the tool's own parts share through an author's class path; not API. */
@NullMarked
package dev.migrate.api.internal;

import org.jspecify.annotations.NullMarked;
