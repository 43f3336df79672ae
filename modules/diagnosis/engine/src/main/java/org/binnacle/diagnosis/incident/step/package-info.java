/// What a capture takes, step by step.
@NullMarked
package org.binnacle.diagnosis.incident.step;

import org.jspecify.annotations.NullMarked;
