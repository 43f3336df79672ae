/// Global variables: where their values came from, what changed since the last look, where the
/// instances of a cluster differ; and the status counters with their rates.
@NullMarked
package org.binnacle.diagnosis.variable;

import org.jspecify.annotations.NullMarked;
