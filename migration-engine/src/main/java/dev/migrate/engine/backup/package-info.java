/**
 * Tables kept as files: the rows by {@code COPY} in one snapshot, with what is needed to tell later whether they are
 * still the same. A backup of this form is <em>checksummed, not restored</em>: it counts as verified by nobody.
 */
@NullMarked
package dev.migrate.engine.backup;

import org.jspecify.annotations.NullMarked;
