/// What was captured, as the live views know it: the same snapshots and scenes, made of parts.
@NullMarked
package org.binnacle.diagnosis.incident.replay;

import org.jspecify.annotations.NullMarked;
