/// How an instance does: its vital signs, the terms that take points from its health, the score.
/// Pure: no connection, no thread, no clock of its own.
@NullMarked
package org.binnacle.diagnosis.health;

import org.jspecify.annotations.NullMarked;
