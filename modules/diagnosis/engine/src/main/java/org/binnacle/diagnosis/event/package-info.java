/// What happened to instances while we looked on: restarts, changed variables, deadlocks, our own
/// acts.
@NullMarked
package org.binnacle.diagnosis.event;

import org.jspecify.annotations.NullMarked;
