/// What a capture means: one small rule a cause.
@NullMarked
package org.binnacle.diagnosis.incident.rule;

import org.jspecify.annotations.NullMarked;
