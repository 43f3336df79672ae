/// What every room of the house shares and what knows none of them: faults and their words,
/// outcomes, severities, cancellation and progress, and the audit port.
@NullMarked
package org.binnacle.kernel;

import org.jspecify.annotations.NullMarked;
