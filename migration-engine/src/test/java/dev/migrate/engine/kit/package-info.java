/** What the tests of the engine share: projects compiled on the spot, databases of their own, recorded events. */
@NullMarked
package dev.migrate.engine.kit;

import org.jspecify.annotations.NullMarked;
