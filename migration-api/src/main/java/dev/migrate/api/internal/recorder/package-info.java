/**
 * Not API. Runs on the project's side of the class loaders' border, beside the project's own jOOQ, and hands out only
 * types of the JDK; see {@link dev.migrate.api.internal.recorder.Recorder} for their form.
 */
@NullMarked
package dev.migrate.api.internal.recorder;

import org.jspecify.annotations.NullMarked;
