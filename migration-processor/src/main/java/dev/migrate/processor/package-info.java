/**
 * The compiler's shell around the rules: it finds the migrations of a compilation, has them read and judged, reports at
 * the exact token and writes the index. What is right and wrong is known elsewhere.
 *
 * <p>Two processors share one {@link dev.migrate.processor.Session}. Under {@code -Xlint:all -Werror} annotations that
 * no processor claims break a build, and a processor for every class must not claim, because it would take them from all
 * others: so one claims, and the other sees what carries no annotation of ours.
 */
@NullMarked
package dev.migrate.processor;

import org.jspecify.annotations.NullMarked;
