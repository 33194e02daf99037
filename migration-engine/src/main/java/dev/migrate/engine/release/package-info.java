/**
 * What lets a contract run: releases recorded with the migrations they contain, the gate that reads them, and columns
 * that are hidden before they are dropped.
 */
@NullMarked
package dev.migrate.engine.release;

import org.jspecify.annotations.NullMarked;
